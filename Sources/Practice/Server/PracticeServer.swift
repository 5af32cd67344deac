import NIOCore
import NIOHTTP1
import NIOPosix

/// An HTTP/1.1 server on 127.0.0.1, and nowhere else.
package struct PracticeServer: Sendable {
  package typealias Handler = @Sendable (PracticeRequest) async -> PracticeReply

  /// The port it listens on.
  package let port: Int
  private let channel: any Channel
  private let connections: Connections

  /// Listens; returns when it does. Throws NIO's `IOError` when the port is taken.
  ///
  /// - Parameter port: 0 takes any free one.
  package static func listen(
    port: Int = 0, settings: ServerSettings = ServerSettings(), handler: @escaping Handler
  ) async throws -> PracticeServer {
    let connections = Connections()
    let channel = try await ServerBootstrap(group: settings.loops)
      .serverChannelOption(.backlog, value: Int32(settings.backlog))
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { child in
        child.eventLoop.makeCompletedFuture {
          connections.add(child)
          try configure(child, settings: settings, handler: handler)
        }
      }
      .bind(host: "127.0.0.1", port: port).get()
    return PracticeServer(
      port: channel.localAddress?.port ?? port, channel: channel, connections: connections)
  }

  /// Closes the port and every connection, streams too; returns when all are closed.
  package func stop() async {
    // Closing what is closed already is no fault.
    try? await channel.close().get()
    await connections.closeAll()
  }

  private static func configure(
    _ child: any Channel, settings: ServerSettings, handler: @escaping Handler
  ) throws {
    let idle = TimeAmount(settings.idleTimeout)
    try child.pipeline.syncOperations.configureHTTPServerPipeline()
    try child.pipeline.syncOperations.addHandlers([
      IdleStateHandler(allTimeout: idle),
      ServerConnection(bodyLimitBytes: settings.bodyLimitBytes, handler: handler),
    ])
  }
}
