/// The string literals of a Swift source as patterns: `"I cannot reach \(host)."` is
/// `I cannot reach {1}.`, and literals joined by `+` are one. Literals within an interpolation
/// count by themselves.
struct LiteralScan {
  struct Literal: Equatable {
    let pattern: String
    /// What stands before it on its way from the last bracket: a label, or a call.
    let before: String
  }

  private let text: [UInt8]
  private(set) var literals: [Literal] = []

  init(_ source: String) {
    text = Array(source.utf8)
    scan(0..<text.count)
  }

  private mutating func scan(_ range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      if starts("//", place) {
        place = text[place...].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
      } else if let hashes = opening(at: place) {
        place = chain(at: place, hashes)
      } else if let end = endOfRegex(at: place) {
        place = end
      } else {
        place += 1
      }
    }
  }

  /// How many `#` stand before a quote; nil where no literal begins.
  private func opening(at place: Int) -> Int? {
    let hashes = text[place...].prefix { $0 == UInt8(ascii: "#") }.count
    return starts("\"", place + hashes) ? hashes : nil
  }

  /// - Returns: where the code goes on.
  private mutating func chain(at start: Int, _ hashes: Int) -> Int {
    var pattern = ""
    var places = 0
    var place = literal(at: start, hashes, &pattern, &places)
    while true {
      let plus = afterBlanks(place)
      guard starts("+", plus), starts("\"", afterBlanks(plus + 1)) else { break }
      place = literal(at: afterBlanks(plus + 1), 0, &pattern, &places)
    }
    let before = String(decoding: text[max(0, start - 60)..<start], as: UTF8.self)
    literals.append(Literal(pattern: pattern, before: before))
    return place
  }

  private mutating func literal(
    at start: Int, _ hashes: Int, _ pattern: inout String, _ places: inout Int
  ) -> Int {
    let end = end(ofLiteralAt: start, hashes)
    let isBlock = starts("\"\"\"", start + hashes)
    let quotes = (isBlock ? 3 : 1) + hashes
    let escape = Array("\\".utf8) + Array(repeating: UInt8(ascii: "#"), count: hashes)
    let indent = isBlock ? text[..<(end - quotes)].reversed().prefix { $0 == 32 }.count : 0
    var content: [UInt8] = []
    var place = start + quotes
    if isBlock { place = line(after: place, indent) }
    let last = isBlock ? max(place, end - quotes - indent - 1) : end - quotes
    while place < last {
      if text[place...].starts(with: escape), text[place + escape.count] == UInt8(ascii: "(") {
        let inside = place + escape.count + 1
        let close = self.close(ofBracketAt: inside)
        scan(inside..<close)
        places += 1
        content += Array("{\(places)}".utf8)
        place = close + 1
      } else if text[place...].starts(with: escape) {
        place = unescape(place + escape.count, indent, &content)
      } else if isBlock, text[place] == UInt8(ascii: "\n") {
        content.append(text[place])
        place = line(after: place, indent)
      } else {
        content.append(text[place])
        place += 1
      }
    }
    pattern += String(decoding: content, as: UTF8.self)
    return end
  }

  /// Where the next line begins, without the indentation that is not the text's.
  private func line(after place: Int, _ indent: Int) -> Int {
    let start = (text[place...].firstIndex(of: UInt8(ascii: "\n")) ?? place) + 1
    return start + text[start...].prefix(indent).prefix { $0 == 32 }.count
  }

  private func unescape(_ place: Int, _ indent: Int, _ content: inout [UInt8]) -> Int {
    switch text[place] {
    case UInt8(ascii: "n"): content.append(10)
    case UInt8(ascii: "t"): content.append(9)
    case UInt8(ascii: "r"): content.append(13)
    case UInt8(ascii: "0"): content.append(0)
    case UInt8(ascii: "\n"): return line(after: place, indent)
    case UInt8(ascii: "u"):
      let digits = text[(place + 2)...].prefix { $0 != UInt8(ascii: "}") }
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 63
      content += Array(String(Unicode.Scalar(number).map(Character.init) ?? "?").utf8)
      return digits.endIndex + 1
    default: content.append(text[place])
    }
    return place + 1
  }

  // MARK: ends

  private func end(ofLiteralAt start: Int, _ hashes: Int) -> Int {
    let isBlock = starts("\"\"\"", start + hashes)
    let tail = Array(repeating: UInt8(ascii: "#"), count: hashes)
    let close = Array((isBlock ? "\"\"\"" : "\"").utf8) + tail
    let escape = Array("\\".utf8) + tail
    var place = start + hashes + (isBlock ? 3 : 1)
    while place < text.count, !text[place...].starts(with: close) {
      if text[place...].starts(with: escape) {
        let next = place + escape.count
        place = starts("(", next) ? self.close(ofBracketAt: next + 1) + 1 : next + 1
      } else {
        place += 1
      }
    }
    return place + close.count
  }

  /// Where the bracket closes that was opened just before.
  private func close(ofBracketAt start: Int) -> Int {
    var place = start
    var depth = 0
    while place < text.count {
      if let hashes = opening(at: place) {
        place = end(ofLiteralAt: place, hashes)
        continue
      }
      if starts(")", place), depth == 0 { return place }
      depth += starts("(", place) ? 1 : starts(")", place) ? -1 : 0
      place += 1
    }
    return place
  }

  /// A regex literal stands where a value may begin.
  private func endOfRegex(at place: Int) -> Int? {
    guard starts("/", place), place + 1 < text.count, !" /*".utf8.contains(text[place + 1]),
      let before = text[..<place].last(where: { $0 != 32 && $0 != 10 }),
      "(,:=".utf8.contains(before)
    else { return nil }
    var end = place + 1
    while end < text.count, !starts("/", end), !starts("\n", end) {
      end += starts("\\", end) ? 2 : 1
    }
    return end + 1
  }

  private func afterBlanks(_ place: Int) -> Int {
    var place = place
    while place < text.count {
      if starts("//", place) {
        place = text[place...].firstIndex(of: 10) ?? text.count
      } else if text[place] == 32 || text[place] == 10 {
        place += 1
      } else {
        break
      }
    }
    return place
  }

  private func starts(_ sign: String, _ place: Int) -> Bool {
    place < text.count && text[place...].starts(with: sign.utf8)
  }
}
