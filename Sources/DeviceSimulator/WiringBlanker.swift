/// Blanks what is no code: comments, texts in quotes, preprocessor lines.
struct WiringBlanker {
  private(set) var code: [UInt8]
  private(set) var directives: [Range<Int>] = []
  private let bytes: [UInt8]
  private var place = 0
  private var isLineStart = true

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    code = bytes
  }

  mutating func run() {
    while place < bytes.count {
      let byte = bytes[place]
      if starts(with: "//") {
        blank(to: endOfLine(from: place))
      } else if starts(with: "/*") {
        blank(to: end(of: "*/", from: place + 2))
      } else if starts(with: "R\""), !isInWord {
        blank(to: endOfRawText)
      } else if byte == UInt8(ascii: "\"") || (byte == UInt8(ascii: "'") && !isInWord) {
        blank(to: endOfText(byte))
      } else if byte == UInt8(ascii: "#"), isLineStart {
        directive()
      } else {
        if byte == UInt8(ascii: "\n") {
          isLineStart = true
        } else if byte > 32 {
          isLineStart = false
        }
        place += 1
      }
    }
  }

  /// A line of the preprocessor, with those that a backslash continues, and its comments.
  private mutating func directive() {
    let end = endOfLine(from: place)
    directives.append(place..<end)
    // Of a comment that begins here and goes on, the rest is found by going on behind its start.
    let comment = (place..<end).first { index in
      ["/*", "//"].contains { bytes[index...].starts(with: $0.utf8) }
    }
    // In a text, such as an address, there is no comment.
    guard let comment, bytes[comment + 1] == UInt8(ascii: "*"),
      !bytes[place..<comment].contains(UInt8(ascii: "\""))
    else { return blank(to: end) }
    blank(to: comment)
  }

  private mutating func blank(to end: Int) {
    let end = min(end, bytes.count)
    for index in place..<end where bytes[index] != UInt8(ascii: "\n") {
      code[index] = UInt8(ascii: " ")
    }
    place = end
  }

  private func starts(with text: StaticString) -> Bool {
    bytes[place...].starts(
      with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Whether a letter or digit stands before: `1'000` holds no text in quotes.
  private var isInWord: Bool {
    guard place > 0 else { return false }
    let before = Unicode.Scalar(bytes[place - 1])
    return before.properties.isAlphabetic || ("0"..."9").contains(before) || before == "_"
  }

  private func endOfLine(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "\n"), !isContinued(end, from: start) { return end }
      end += 1
    }
    return end
  }

  private func isContinued(_ end: Int, from start: Int) -> Bool {
    let line = bytes[start..<end]
    return line.last == UInt8(ascii: "\\")
      || (line.last == UInt8(ascii: "\r") && line.dropLast().last == UInt8(ascii: "\\"))
  }

  private func end(of mark: StaticString, from start: Int) -> Int {
    let mark = Array(UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
    var end = start
    while end < bytes.count, !bytes[end...].starts(with: mark) { end += 1 }
    return end + mark.count
  }

  /// Behind the closing quote; at the line's end if there is none.
  private func endOfText(_ quote: UInt8) -> Int {
    var end = place + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
      if bytes[end] == quote { return end + 1 }
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return end
  }

  /// `R"mark(…)mark"`.
  private var endOfRawText: Int {
    let rest = bytes[(place + 2)...]
    guard let open = rest.prefix(17).firstIndex(of: UInt8(ascii: "(")) else { return place + 2 }
    let closing = [UInt8(ascii: ")")] + rest[..<open] + [UInt8(ascii: "\"")]
    var end = open
    while end < bytes.count, !bytes[end...].starts(with: closing) { end += 1 }
    return end + closing.count
  }
}
