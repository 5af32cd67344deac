import NIOCore
import NIOHTTP1
import NIOPosix

/// A real HTTP server on a free port of loopback; what it answers is the test's affair.
struct LoopbackServer: Sendable {
  typealias Handler = @Sendable (Visit) -> Void

  private let channel: any Channel

  var port: Int { channel.localAddress?.port ?? 0 }
  var url: String { "http://127.0.0.1:\(port)" }

  /// Runs a server for as long as the body runs.
  static func run<Result>(
    _ handler: @escaping Handler, body: (LoopbackServer) async throws -> Result
  ) async throws -> Result {
    let server = try await LoopbackServer(handler)
    do {
      let result = try await body(server)
      try await server.channel.close()
      return result
    } catch {
      try await server.channel.close()
      throw error
    }
  }

  /// Runs a server whose visits wait for the test to answer them.
  static func attended<Result>(
    body: (LoopbackServer, inout AsyncStream<Visit>.Iterator) async throws -> Result
  ) async throws -> Result {
    let (visits, arrivals) = AsyncStream.makeStream(of: Visit.self)
    return try await run({ arrivals.yield($0) }) { server in
      var iterator = visits.makeAsyncIterator()
      return try await body(server, &iterator)
    }
  }

  /// Runs a server that takes connections and never says a word.
  static func silent<Result>(body: (Int) async throws -> Result) async throws -> Result {
    let channel = try await bootstrap.bind(host: "127.0.0.1", port: 0).get()
    let result = try await body(channel.localAddress?.port ?? 0)
    try await channel.close()
    return result
  }

  private init(_ handler: @escaping Handler) async throws {
    channel = try await LoopbackServer.bootstrap
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(Reception(handler))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
  }

  private static var bootstrap: ServerBootstrap {
    ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(ChannelOptions.backlog, value: 256)
  }
}

/// Gathers a request and announces it.
private final class Reception: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart

  private let handler: LoopbackServer.Handler
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []

  init(_ handler: @escaping LoopbackServer.Handler) { self.handler = handler }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body = []
    case .body(let bytes): body += bytes.readableBytesView
    case .end:
      guard let head else { return }
      handler(Visit(head, body, on: context.channel))
    }
  }
}
