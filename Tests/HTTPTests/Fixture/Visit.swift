import NIOCore
import NIOHTTP1
import NIOPosix

/// A request that arrived, and the pen to answer it with.
struct Visit: Sendable {
  let method: String
  let uri: String
  let headers: [(name: String, value: String)]
  let body: [UInt8]
  private let channel: any Channel

  init(_ head: HTTPRequestHead, _ body: [UInt8], on channel: any Channel) {
    method = head.method.rawValue
    uri = head.uri
    headers = head.headers.map { ($0.name, $0.value) }
    self.body = body
    self.channel = channel
  }

  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  var text: String { String(decoding: body, as: UTF8.self) }

  /// Answers in full, in one write.
  func reply(_ status: Int = 200, _ headers: [(String, String)] = [], _ body: String = "") {
    let fields = HTTPHeaders([("Content-Length", "\(body.utf8.count)")] + headers)
    channel.write(part(.head(head(status, fields))), promise: nil)
    channel.write(part(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
    channel.writeAndFlush(part(.end(nil)), promise: nil)
  }

  /// Begins an answer that goes on: chunked, unless the headers say how long it is.
  func begin(_ status: Int = 200, _ headers: [(String, String)] = []) {
    channel.writeAndFlush(part(.head(head(status, HTTPHeaders(headers)))), promise: nil)
  }

  func send(_ bytes: some Collection<UInt8>) async throws {
    try await channel.writeAndFlush(part(.body(.byteBuffer(ByteBuffer(bytes: bytes)))))
  }

  func end() { channel.writeAndFlush(part(.end(nil)), promise: nil) }

  /// Hangs up, in the middle of what was begun if need be.
  func hangUp() { channel.close(promise: nil) }

  /// Hangs up with a reset instead of a goodbye.
  func reset() {
    guard let socket = channel as? any SocketOptionProvider else { return }
    socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in hangUp() }
  }

  /// Returns when the other side has hung up.
  func hungUp() async throws { try await channel.closeFuture.get() }

  private func head(_ status: Int, _ headers: HTTPHeaders) -> HTTPResponseHead {
    HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers)
  }

  private func part(_ part: HTTPServerResponsePart) -> HTTPServerResponsePart { part }
}
