import NIOCore
import NIOHTTP1

/// One connection: collects a request, has it answered in a task, writes the reply.
///
/// Everything here runs on the connection's event loop. NIO's pipelining handler holds the next
/// request back until this one is answered.
final class ServerConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private static let methods: Set<String> = ["GET", "POST", "PUT", "PATCH", "DELETE"]

  private let bodyLimitBytes: Int
  private let handler: PracticeServer.Handler
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  private var answer: Task<Void, Never>?

  init(bodyLimitBytes: Int, handler: @escaping PracticeServer.Handler) {
    self.bodyLimitBytes = bodyLimitBytes
    self.handler = handler
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): begin(head, context)
    case .body(let buffer): collect(buffer, context)
    case .end: finish(context)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    answer?.cancel()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // NIO has answered 400 by now where that was possible.
    context.close(promise: nil)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent, answer == nil { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    self.head = head
    body = []
    let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
    if length > bodyLimitBytes { return refuse(413, head, context) }
    if head.headers.first(name: "expect")?.lowercased() == "100-continue" {
      let go = HTTPResponseHead(version: head.version, status: .continue)
      context.writeAndFlush(wrapOutboundOut(.head(go)), promise: nil)
    }
  }

  private func collect(_ buffer: ByteBuffer, _ context: ChannelHandlerContext) {
    guard let head else { return }
    if body.count + buffer.readableBytes > bodyLimitBytes { return refuse(413, head, context) }
    body.append(contentsOf: buffer.readableBytesView)
  }

  private func finish(_ context: ChannelHandlerContext) {
    guard let head else { return }
    self.head = nil
    guard ServerConnection.methods.contains(head.method.rawValue) else {
      return refuse(405, head, context)
    }
    let request = PracticeRequest(
      method: head.method.rawValue, target: head.uri,
      headers: head.headers.map { ($0.name, $0.value) }, body: body)
    let line = ReplyLine(context, version: head.version, keepsAlive: head.isKeepAlive)
    let (loop, bound) = (context.eventLoop, NIOLoopBound(line, eventLoop: context.eventLoop))
    let done = NIOLoopBound({ self.answer = nil }, eventLoop: context.eventLoop)
    answer = Task { [handler] in
      let reply = await handler(request)
      loop.execute { bound.value.open(reply) }
      if case .stream(_, let chunks) = reply { await ServerConnection.pour(chunks, bound) }
      loop.execute { done.value() }
    }
  }

  /// Writes chunk after chunk, the next one only when the last one has left, until either side
  /// ends.
  private static func pour(_ chunks: AsyncStream<[UInt8]>, _ line: NIOLoopBound<ReplyLine>) async {
    for await chunk in chunks {
      let written = line.eventLoop.flatSubmit { line.value.write(chunk) }
      guard (try? await written.get()) != nil else { return }
    }
    line.eventLoop.execute { line.value.end() }
  }

  /// Answers without asking the cloud, then closes: the rest of the body is not wanted.
  private func refuse(_ status: Int, _ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    self.head = nil
    let line = ReplyLine(context, version: head.version, keepsAlive: false)
    line.write(status: status, headers: [], body: [])
  }
}
