/// How long the parts of an exchange took, from its start, in microseconds.
package struct Timings: Sendable, Equatable {
  /// Name look-up done.
  package var dns: Int
  /// TCP connected; equal to `dns` on a kept-alive connection.
  package var connect: Int
  /// TLS agreed; 0 without TLS.
  package var tls: Int
  /// The first byte of the reply came.
  package var firstByte: Int
  /// All of it was there.
  package var total: Int
  /// New connections made: 0 when one was reused.
  package var connections: Int

  /// No time at all, unless told otherwise.
  package init(
    dns: Int = 0, connect: Int = 0, tls: Int = 0, firstByte: Int = 0, total: Int = 0,
    connections: Int = 0
  ) {
    self.dns = dns
    self.connect = connect
    self.tls = tls
    self.firstByte = firstByte
    self.total = total
    self.connections = connections
  }
}
