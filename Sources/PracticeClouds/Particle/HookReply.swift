import Core
import HTTPTestServer

/// A target's reply as it goes out in response events (particle:hook-response).
struct HookReply: Sendable {
  private let bytes: [UInt8]
  private let isUnchunked: Bool

  /// - Parameter limitBytes: more of the reply is cut off.
  init(_ integration: StoredIntegration, _ reply: [UInt8], limitBytes: Int) {
    var bytes = HookReply.templated(integration, reply)
    if integration.dataURL {
      bytes = Array("data:application/octet-stream;base64,\(Base64.encode(reply))".utf8)
    }
    isUnchunked = integration.isUnchunked
    // What goes out in one piece and is too long is dropped, not cut.
    let isDropped = isUnchunked && bytes.count > limitBytes
    self.bytes = isDropped ? [] : Array(bytes.prefix(limitBytes))
  }

  /// The parts, in order. A character split between two parts is damaged, as chunks are bytes.
  func chunks(of size: Int) -> [String] {
    if isUnchunked { return bytes.isEmpty ? [] : [String(decoding: bytes, as: UTF8.self)] }
    return stride(from: 0, to: bytes.count, by: size).map { start in
      String(decoding: bytes[start..<min(start + size, bytes.count)], as: UTF8.self)
    }
  }

  /// What a template makes of a reply that is not JSON is not documented; here it stays as it is.
  private static func templated(_ integration: StoredIntegration, _ reply: [UInt8]) -> [UInt8] {
    guard let template = integration.definition["responseTemplate"], template != .null,
      let value = JSONValue(parsing: reply)
    else { return reply }
    let filling = HookFilling(reply: value)
    if case .string(let text) = template { return Array(filling.fill(text).utf8) }
    return filling.fill(template).bytes
  }
}
