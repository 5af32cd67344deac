import NIOCore
import NIOHTTP1

/// One connection: collects a request, has it answered in a task, writes the reply.
///
/// Everything here runs on the connection's event loop. NIO's pipelining handler holds the next
/// request back until this one is answered.
final class ServerConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private static let methods: Set<String> = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

  private let settings: ServerSettings
  private let room: BodyShare.Room
  private let handler: PracticeServer.Handler
  private let loopback: LoopbackGuard
  /// Whether the client's user may ask; found out when it connects.
  private var isOfOtherUser: Bool?
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  private var share: BodyShare?
  private var answer: Task<Void, Never>?
  /// The way back of the last request.
  private var line: ReplyLine?
  /// When the rest of a request must be there, or a refused client is gone.
  private var deadline: Scheduled<Void>?

  /// - Parameter room: for bodies, together with the other connections.
  init(
    settings: ServerSettings, room: BodyShare.Room, handler: @escaping PracticeServer.Handler
  ) {
    self.settings = settings
    self.room = room
    self.handler = handler
    loopback = LoopbackGuard(own: settings.ownPorts)
  }

  func channelActive(context: ChannelHandlerContext) {
    // As early as can be: whoever has gone by then is nobody any more.
    isOfOtherUser = isOfOther(context)
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): begin(head, context)
    case .body(let buffer): collect(buffer, context)
    case .end: finish(context)
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    // A request that comes in one piece, as nearly all do, needs no deadline.
    if let head, deadline == nil {
      schedule(after: settings.requestTimeout, context) { $0.refuse(408, head, $1) }
    }
    context.fireChannelReadComplete()
  }

  func channelInactive(context: ChannelHandlerContext) {
    answer?.cancel()
    deadline?.cancel()
    (body, share) = ([], nil)
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // NIO has answered 400 by now where that was possible.
    context.close(promise: nil)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
    if event is Ending { end(context) }
    context.fireUserInboundEventTriggered(event)
  }

  /// The server stops: a stream is written to its end, all else is cut.
  struct Ending: Sendable {}

  private func end(_ context: ChannelHandlerContext) {
    guard let line, line.isStreaming else { return context.close(promise: nil) }
    line.keepsAlive = false
    // A client that takes nothing never sees the end.
    schedule(after: settings.endTimeout, context) { $1.close(promise: nil) }
  }

  private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    self.head = head
    body = []
    if let refusal = refusal(of: head, context) {
      return refuse(refusal.status, head, context, refusal.text)
    }
    let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
    if length > settings.bodyLimitBytes { return refuse(413, head, context) }
    if head.headers.first(name: "expect")?.lowercased() == "100-continue" {
      let go = HTTPResponseHead(version: head.version, status: .continue)
      context.writeAndFlush(wrapOutboundOut(.head(go)), promise: nil)
    }
  }

  private func refusal(
    of head: HTTPRequestHead, _ context: ChannelHandlerContext
  ) -> LoopbackGuard.Refusal? {
    let isOther = isOfOtherUser ?? isOfOther(context)
    isOfOtherUser = isOther
    return isOther ? .otherUser : loopback.refusal(of: head)
  }

  private func isOfOther(_ context: ChannelHandlerContext) -> Bool {
    !SocketOwner.of(client: context.remoteAddress, server: context.localAddress).mayAsk
  }

  private func collect(_ buffer: ByteBuffer, _ context: ChannelHandlerContext) {
    guard let head else { return }
    if body.count + buffer.readableBytes > settings.bodyLimitBytes {
      return refuse(413, head, context)
    }
    let share = share ?? BodyShare(of: room)
    self.share = share
    // One body would fit; all that are under way together do not.
    guard share.grow(by: buffer.readableBytes) else { return context.close(promise: nil) }
    body.append(contentsOf: buffer.readableBytesView)
  }

  private func finish(_ context: ChannelHandlerContext) {
    guard let head else { return }
    guard ServerConnection.methods.contains(head.method.rawValue) else {
      return refuse(405, head, context)
    }
    deadline?.cancel()
    deadline = nil
    self.head = nil
    let request = PracticeRequest(
      method: head.method.rawValue, target: head.uri,
      headers: head.headers.map { ($0.name, $0.value) }, body: body)
    body = []
    let line = ReplyLine(context, version: head.version, keepsAlive: head.isKeepAlive)
    self.line = line
    let writer = ReplyWriter(line, eventLoop: context.eventLoop)
    answer = Task { [handler, share] in
      await writer.send(await handler(request))
      withExtendedLifetime(share) {}
    }
    share = nil
  }

  /// Answers without asking the cloud. What the client still sends is read and thrown away for a
  /// while: closing at once would reset the connection, and the answer could be lost.
  private func refuse(
    _ status: Int, _ head: HTTPRequestHead, _ context: ChannelHandlerContext, _ text: String = ""
  ) {
    self.head = nil
    (body, share) = ([], nil)
    let allow = ServerConnection.methods.sorted().joined(separator: ", ")
    ReplyLine(context, version: head.version, keepsAlive: false).refuse(
      status: status, headers: status == 405 ? [("Allow", allow)] : [], text: text)
    schedule(after: settings.lingerTimeout, context) { $1.close(promise: nil) }
  }

  /// Takes the place of an earlier deadline.
  private func schedule(
    after delay: Duration, _ context: ChannelHandlerContext,
    _ act: @escaping (ServerConnection, ChannelHandlerContext) -> Void
  ) {
    deadline?.cancel()
    let bound = NIOLoopBound((self, context, act), eventLoop: context.eventLoop)
    deadline = context.eventLoop.scheduleTask(in: TimeAmount(delay)) {
      let (connection, context, act) = bound.value
      connection.deadline = nil
      act(connection, context)
    }
  }
}
