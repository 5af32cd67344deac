/// Status and headers of a reply, gathered line by line from libcurl.
struct ReplyHead {
  /// All headers of one reply together; libcurl bounds a single line.
  static let limitBytes = 256 << 10

  private(set) var status = 0
  private(set) var headers: [(name: String, value: String)] = []
  /// The blank line after the final head was seen; what comes later are trailers.
  private(set) var isComplete = false
  private var size = 0

  /// - Returns: false when the head is longer than `limitBytes`.
  mutating func take(_ line: UnsafeRawBufferPointer) -> Bool {
    size += line.count
    if isComplete { return size <= ReplyHead.limitBytes }
    let text = line.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
    if text.isEmpty {
      // 1xx announces another head.
      isComplete = status >= 200
    } else if text.starts(with: "HTTP/".utf8) {
      headers = []
      status = text.split(separator: UInt8(ascii: " ")).dropFirst().first.flatMap(number) ?? 0
    } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
      headers.append((ReplyHead.text(text[..<colon]), ReplyHead.text(text[(colon + 1)...])))
    }
    return size <= ReplyHead.limitBytes
  }

  /// What the server says it will send, in bytes.
  var contentLength: Int? {
    headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) }
  }

  private func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
    Int(String(decoding: bytes, as: UTF8.self))
  }

  private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
