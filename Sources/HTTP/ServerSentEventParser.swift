/// Turns the bytes of a `text/event-stream` into parts, whatever way they are cut into chunks.
///
/// Lines are split on bytes, so a letter cut in two by a chunk stays whole. Differs from HTML
/// Living Standard §9.2.6 in two ways: comments and blank lines are told as `.pulse`, because they
/// prove that the stream lives (particle:stream-keep-alive), and an event may have a name and no
/// data.
package struct ServerSentEventParser: Sendable {
  /// An event, its lines together, is never longer than this.
  package static let eventLimitBytes = 1 << 20

  /// An event or a line grew over `eventLimitBytes`.
  package struct EventTooLong: Error, Equatable {}

  private var line: [UInt8] = []
  private var name: String?
  private var data: [String] = []
  private var size = 0
  private var isAfterCR = false
  private var isFirstLine = true

  /// A parser at the beginning of a stream; each stream wants its own.
  package init() {}

  /// Takes the next bytes, and gives the parts that they complete.
  package mutating func feed(
    _ bytes: some Collection<UInt8>
  ) throws(EventTooLong) -> [StreamPart] {
    var parts: [StreamPart] = []
    var rest = bytes[...]
    if isAfterCR, let first = rest.first {
      isAfterCR = false
      if first == .lineFeed { rest = rest.dropFirst() }
    }
    while let end = rest.firstIndex(where: { $0 == .lineFeed || $0 == .carriageReturn }) {
      try extend(by: rest[..<end])
      if let part = endLine() { parts.append(part) }
      rest = afterLineEnd(rest, end)
    }
    try extend(by: rest)
    return parts
  }

  private mutating func afterLineEnd<Bytes: Collection<UInt8>>(
    _ bytes: Bytes, _ end: Bytes.Index
  ) -> Bytes.SubSequence where Bytes.SubSequence == Bytes {
    let rest = bytes[bytes.index(after: end)...]
    guard bytes[end] == .carriageReturn else { return rest }
    isAfterCR = rest.isEmpty
    return rest.first == .lineFeed ? rest.dropFirst() : rest
  }

  private mutating func extend(by bytes: some Collection<UInt8>) throws(EventTooLong) {
    line.append(contentsOf: bytes)
    if size + line.count > Self.eventLimitBytes { throw EventTooLong() }
  }

  private mutating func endLine() -> StreamPart? {
    defer { line.removeAll(keepingCapacity: true) }
    if isFirstLine {
      isFirstLine = false
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    }
    if line.isEmpty { return dispatch() }
    size += line.count
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
      take(field: line[...], value: [])
      return nil
    }
    if colon == 0 { return comment() }
    let value = line[(colon + 1)...]
    take(field: line[..<colon], value: value.first == 0x20 ? value.dropFirst() : value)
    return nil
  }

  /// A comment belongs to no event, so it does not count towards one's length.
  private mutating func comment() -> StreamPart {
    size -= line.count
    return .pulse
  }

  private mutating func take(field: ArraySlice<UInt8>, value: ArraySlice<UInt8>) {
    switch String(decoding: field, as: UTF8.self) {
    case "event": name = String(decoding: value, as: UTF8.self)
    case "data": data.append(String(decoding: value, as: UTF8.self))
    default: break
    }
  }

  private mutating func dispatch() -> StreamPart {
    defer {
      name = nil
      data = []
      size = 0
    }
    if name == nil && data.isEmpty { return .pulse }
    return .event(ServerSentEvent(name: name ?? "", data: data.joined(separator: "\n")))
  }
}

extension UInt8 {
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
