import NIOCore
import NIOHTTP1

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The way back of one request; used on its connection's event loop only.
final class ReplyLine {
  private let context: ChannelHandlerContext
  private let version: HTTPVersion
  /// Whether the connection goes on after the reply.
  var keepsAlive: Bool
  /// Whether a reply without a length has begun, and not come to its end.
  private(set) var isStreaming = false

  init(_ context: ChannelHandlerContext, version: HTTPVersion, keepsAlive: Bool) {
    self.context = context
    self.version = version
    self.keepsAlive = keepsAlive
  }

  /// Head and body in one flush: two writes would wait for the client's delayed acknowledgment.
  func write(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
    var fields = HTTPHeaders(headers)
    if status != 204 { fields.add(name: "Content-Length", value: String(body.count)) }
    put(.head(head(status: status, fields, keepsAlive: keepsAlive)))
    if !body.isEmpty { put(.body(.byteBuffer(context.channel.allocator.buffer(bytes: body)))) }
    end()
  }

  /// Writes a reply after which nothing more is written; what the client still sends can come.
  func refuse(status: Int, headers: [(name: String, value: String)], text: String) {
    let body = Array((text.isEmpty ? "" : text + "\n").utf8)
    let type = text.isEmpty ? [] : [("Content-Type", "text/plain; charset=utf-8")]
    let fields = HTTPHeaders(headers + type + [("Content-Length", String(body.count))])
    put(.head(head(status: status, fields, keepsAlive: false)))
    if !body.isEmpty { put(.body(.byteBuffer(context.channel.allocator.buffer(bytes: body)))) }
    let written = context.writeAndFlush(NIOAny(HTTPServerResponsePart.end(nil)))
    close(.output, after: written)
  }

  /// Writes the head of a reply whose length is not known yet.
  func begin(status: Int, headers: [(name: String, value: String)]) {
    var fields = HTTPHeaders(headers)
    fields.add(name: "Transfer-Encoding", value: "chunked")
    isStreaming = true
    put(.head(head(status: status, fields, keepsAlive: keepsAlive)))
    context.flush()
  }

  /// Writes one chunk; fails when the client is gone.
  func write(_ chunk: some Collection<UInt8>) -> EventLoopFuture<Void> {
    let part = HTTPServerResponsePart.body(
      .byteBuffer(context.channel.allocator.buffer(bytes: chunk)))
    return context.writeAndFlush(NIOAny(part))
  }

  /// Writes one chunk; whether it leaves is seen from those after it.
  func writeUnheard(_ chunk: [UInt8]) {
    put(.body(.byteBuffer(context.channel.allocator.buffer(bytes: chunk))))
    context.flush()
  }

  /// Ends the reply, and the connection if the client did not ask to keep it.
  func end() {
    isStreaming = false
    let written = context.writeAndFlush(NIOAny(HTTPServerResponsePart.end(nil)))
    if !keepsAlive { close(after: written) }
  }

  /// Closes the connection, whatever was to come.
  func hangUp() { context.close(promise: nil) }

  /// Promises a whole body, writes half of it, and hangs up.
  func cut(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
    var fields = HTTPHeaders(headers)
    // Of an empty body a byte is missing.
    fields.add(name: "Content-Length", value: String(max(body.count, 1)))
    put(.head(head(status: status, fields, keepsAlive: true)))
    close(after: write(body.prefix(body.count / 2)))
  }

  /// Has the system answer with a reset: a close that does not wait for what is unsent.
  func reset() {
    let abrupt = linger(l_onoff: 1, l_linger: 0)
    guard let socket = context.channel as? any SocketOptionProvider else { return hangUp() }
    close(after: socket.setSoLinger(abrupt))
  }

  private func close(_ mode: CloseMode = .all, after written: EventLoopFuture<Void>) {
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    written.whenComplete { _ in bound.value.close(mode: mode, promise: nil) }
  }

  private func put(_ part: HTTPServerResponsePart) { context.write(NIOAny(part), promise: nil) }

  private func head(status: Int, _ headers: HTTPHeaders, keepsAlive: Bool) -> HTTPResponseHead {
    var head = HTTPResponseHead(
      version: version, status: HTTPResponseStatus(statusCode: status), headers: headers)
    if !keepsAlive { head.headers.replaceOrAdd(name: "Connection", value: "close") }
    return head
  }
}
