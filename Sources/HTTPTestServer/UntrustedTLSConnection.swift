import NIOCore

/// A connection to something that poses as Blynk: TLS gets a certificate that nobody trusts, plain
/// HTTP is sent to TLS on the same port.
final class UntrustedTLSConnection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// More of a request is not waited for, in bytes.
  private static let limitBytes = 16 << 10

  private var seen = ByteBuffer()
  private var hasAnswered = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !hasAnswered else { return }
    var more = unwrapInboundIn(data)
    seen.writeBuffer(&more)
    let first = seen.getInteger(at: seen.readerIndex, as: UInt8.self)
    if first == UntrustedHandshake.clientRecord {
      // The client closes once it has seen the certificate.
      answer(UntrustedHandshake.record, context, closing: false)
    } else if let target = requestTarget {
      answer(UntrustedTLSConnection.redirect(target, context), context, closing: true)
    } else if seen.readableBytes > UntrustedTLSConnection.limitBytes {
      context.close(promise: nil)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  /// The target of the request line, once it is whole.
  private var requestTarget: String? {
    let text = String(buffer: seen)
    guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
    let words = text[..<end.lowerBound].prefix { !$0.isNewline }.split(separator: " ")
    return words.count == 3 && words[1].hasPrefix("/") ? String(words[1]) : "/"
  }

  private func answer(_ bytes: [UInt8], _ context: ChannelHandlerContext, closing: Bool) {
    hasAnswered = true
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes))).whenComplete { _ in
      if closing { bound.value.close(promise: nil) }
    }
  }

  private static func redirect(_ target: String, _ context: ChannelHandlerContext) -> [UInt8] {
    let port = context.channel.localAddress?.port ?? 0
    return Array(
      """
      HTTP/1.1 308 Permanent Redirect\r
      Location: https://127.0.0.1:\(port)\(target)\r
      Content-Length: 0\r
      Connection: close\r
      \r

      """.utf8)
  }
}
