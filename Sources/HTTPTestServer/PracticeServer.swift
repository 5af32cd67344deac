import NIOCore
import NIOHTTP1
import NIOPosix

/// An HTTP/1.1 server on 127.0.0.1, and nowhere else.
package struct PracticeServer: Sendable {
  /// What answers a request; many may be under way at once.
  package typealias Handler = @Sendable (PracticeRequest) async -> PracticeReply

  /// Why a connection was closed before its first byte.
  private struct TooManyConnections: Error {}

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
    let room = BodyShare.Room(bytes: settings.bodiesLimitBytes)
    return try await listen(port, settings) { child in
      try configure(child, settings: settings, room: room, handler: handler)
    }
  }

  /// Listens as something that poses as a cloud, behind a certificate that nobody trusts.
  package static func impostor(port: Int, settings: ServerSettings) async throws -> PracticeServer {
    try await listen(port, settings) { child in
      try child.pipeline.syncOperations.addHandlers([
        IdleStateHandler(allTimeout: TimeAmount(settings.idleTimeout)), UntrustedTLSConnection(),
      ])
    }
  }

  /// - Parameter configure: sets up each connection.
  private static func listen(
    _ port: Int, _ settings: ServerSettings,
    configure: @escaping @Sendable (any Channel) throws -> Void
  ) async throws -> PracticeServer {
    let connections = Connections(limit: settings.connectionLimit)
    let channel = try await ServerBootstrap(group: settings.loops)
      .serverChannelOption(.backlog, value: settings.backlog)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { child in
        child.eventLoop.makeCompletedFuture {
          guard connections.add(child) else { throw TooManyConnections() }
          try configure(child)
        }
      }
      // By its number, as looking a name up reads files and opens sockets.
      .bind(to: SocketAddress(ipAddress: "127.0.0.1", port: port)).get()
    _ = SocketOwner.isTold
    let taken = channel.localAddress?.port ?? port
    settings.ownPorts.add(taken)
    return PracticeServer(port: taken, channel: channel, connections: connections)
  }

  /// How many connections are open.
  package var connectionCount: Int { connections.count }

  /// Returns when the connections that are open now have closed by themselves.
  package func drained() async { await connections.drained() }

  /// Closes the port and every connection, streams too; returns when all are closed.
  /// - Parameter endingStreams: those that the cloud has ended get their end; else they are cut.
  package func stop(endingStreams: Bool = false) async {
    // Closing what is closed already is no fault.
    try? await channel.close().get()
    await connections.closeAll(endingStreams: endingStreams)
  }

  private static func configure(
    _ child: any Channel, settings: ServerSettings, room: BodyShare.Room,
    handler: @escaping Handler
  ) throws {
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderListSize = settings.headerLimitBytes
    try child.pipeline.syncOperations.configureHTTPServerPipeline(
      withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
    try child.pipeline.syncOperations.addHandlers([
      IdleStateHandler(allTimeout: TimeAmount(settings.idleTimeout)),
      ServerConnection(settings: settings, room: room, handler: handler),
    ])
  }
}
