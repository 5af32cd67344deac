/// Why there is no reply.
package enum WireError: Error, Sendable, Equatable {
  /// libcurl, which makes all the calls, is not on this machine, or could not be set up.
  case libraryMissing
  /// No connection: name not found, refused, reset. `reason` is libcurl's text.
  case unreachable(host: String, reason: String)
  /// The certificate or the handshake was not acceptable.
  case tlsUntrusted(host: String, reason: String)
  case timedOut(host: String, after: Duration)
  case bodyTooLarge(host: String, limitBytes: Int)
  /// Plain HTTP goes to loopback only: a token must not cross a network in clear.
  case plainHTTP(host: String)
  case malformedURL(String)
  /// A name or a value that does not fit on one header line.
  case malformedHeader(name: String)
  /// More events came than were read; the stream was closed.
  case streamOverflow(host: String, limit: Int)
}
