import NIOCore
import NIOPosix

/// The limits of a practice server, and the threads it runs on.
package struct ServerSettings: Sendable {
  /// A longer body is answered 413.
  package var bodyLimitBytes = 4 << 20
  /// What the bodies of all requests under way may be together; a connection whose body is too much
  /// is closed. Room for sixteen of the longest.
  package var bodiesLimitBytes = 64 << 20
  /// Longer header lines, all of them together and the target apart, are answered 400.
  package var headerLimitBytes = 64 << 10
  /// More connections than these are closed at once, so that three servers fit into the 1,024
  /// descriptors that a process usually may open.
  package var connectionLimit = 256
  /// A request whose rest does not come for that long is answered 408.
  package var requestTimeout: Duration = .seconds(30)
  /// How long a refused client may go on sending before the connection is closed.
  package var lingerTimeout: Duration = .seconds(2)
  /// How long a client may take for the rest of a stream when the server stops.
  package var endTimeout: Duration = .seconds(10)
  /// A connection on which nothing moves for that long is closed. Streams send keep-alives more
  /// often; replies take less.
  package var idleTimeout: Duration = .seconds(120)
  /// Connections waiting to be accepted.
  package var backlog: Int32 = 256
  /// The ports of all servers that were given these settings: together they are one practice.
  let ownPorts = LoopbackGuard.OwnPorts()
  /// The threads; several servers share one group.
  package var loops: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton

  /// The limits above; each may be changed by itself.
  package init() {}
}
