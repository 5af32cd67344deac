import NIOCore
import NIOHTTP1

/// The way back of one request; used on its connection's event loop only.
final class ReplyLine {
  private let context: ChannelHandlerContext
  private let version: HTTPVersion
  private let keepsAlive: Bool

  init(_ context: ChannelHandlerContext, version: HTTPVersion, keepsAlive: Bool) {
    self.context = context
    self.version = version
    self.keepsAlive = keepsAlive
  }

  /// Writes a whole reply, or the head of a stream, or hangs up.
  func open(_ reply: PracticeReply) {
    switch reply {
    case .whole(let status, let headers, let body):
      write(status: status, headers: headers, body: body)
    case .stream(let headers, _):
      var fields = HTTPHeaders(headers)
      fields.add(name: "Transfer-Encoding", value: "chunked")
      put(.head(head(status: 200, fields)))
      context.flush()
    case .dropped: context.close(promise: nil)
    }
  }

  /// Head and body in one flush: two writes would wait for the client's delayed acknowledgment.
  func write(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
    var fields = HTTPHeaders(headers)
    if status != 204 { fields.add(name: "Content-Length", value: String(body.count)) }
    put(.head(head(status: status, fields)))
    if !body.isEmpty { put(.body(.byteBuffer(context.channel.allocator.buffer(bytes: body)))) }
    end()
  }

  /// Writes one chunk of a stream; fails when the client is gone.
  func write(_ chunk: [UInt8]) -> EventLoopFuture<Void> {
    let part = HTTPServerResponsePart.body(
      .byteBuffer(context.channel.allocator.buffer(bytes: chunk)))
    return context.writeAndFlush(NIOAny(part))
  }

  /// Ends the reply, and the connection if the client did not ask to keep it.
  func end() {
    let written = context.writeAndFlush(NIOAny(HTTPServerResponsePart.end(nil)))
    if !keepsAlive {
      let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
      written.whenComplete { _ in bound.value.close(promise: nil) }
    }
  }

  private func put(_ part: HTTPServerResponsePart) { context.write(NIOAny(part), promise: nil) }

  private func head(status: Int, _ headers: HTTPHeaders) -> HTTPResponseHead {
    var head = HTTPResponseHead(
      version: version, status: HTTPResponseStatus(statusCode: status), headers: headers)
    if !keepsAlive { head.headers.replaceOrAdd(name: "Connection", value: "close") }
    return head
  }
}
