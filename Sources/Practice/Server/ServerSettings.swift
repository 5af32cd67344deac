import NIOCore
import NIOPosix

/// The limits of a practice server, and the threads it runs on.
package struct ServerSettings: Sendable {
  /// A longer body is answered 413.
  package var bodyLimitBytes: Int
  /// A connection without a request for that long is closed.
  package var idleTimeout: Duration
  /// Connections waiting to be accepted.
  package var backlog: Int
  /// The threads; several servers share one group.
  package var loops: any EventLoopGroup

  package init(
    bodyLimitBytes: Int = 4 << 20, idleTimeout: Duration = .seconds(120), backlog: Int = 256,
    loops: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
  ) {
    self.bodyLimitBytes = bodyLimitBytes
    self.idleTimeout = idleTimeout
    self.backlog = backlog
    self.loops = loops
  }
}
