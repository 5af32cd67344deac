/// Where a text may be taken apart: between sentences, and at the signs that join our phrases.
extension ArraySlice<UInt8> {
  /// The end of what stands before, and the start of what comes after.
  typealias Cut = (head: Int, tail: Int)

  /// The signs, and how much of each belongs to what stands before it, and to neither side.
  private static let signs: [(sign: [UInt8], before: Int, between: Int)] = [
    ("\n", 0, 1), ("  ", 0, 2), (" · ", 0, 4), (". ", 1, 1), ("? ", 1, 1), ("; ", 0, 2),
    (": ", 0, 2), (", ", 0, 2), (" (", 0, 1), (" [", 0, 1), ("] ", 1, 1), ("✓ ", 3, 1),
    ("✗ ", 3, 1), ("! ", 1, 1),
  ].map { (Array($0.0.utf8), $0.1, $0.2) }

  var cuts: [Cut] {
    indices.compactMap { place in
      guard let found = ArraySlice.signs.first(where: { self[place...].starts(with: $0.sign) })
      else { return nil }
      let head = place + found.before
      let tail = head + found.between
      return head > startIndex && tail < endIndex ? (head, tail) : nil
    }
  }

  /// What stands between the signs.
  func parts(at sign: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var rest = self
    while let place = rest.start(of: sign) {
      parts.append(rest[..<place])
      rest = rest[(place + sign.count)...]
    }
    return parts + [rest]
  }

  /// Where the other begins for the last time.
  func lastStart(of other: [UInt8]) -> Int? {
    var found: Int?
    var rest = self
    while let place = rest.start(of: other) {
      found = place
      rest = rest[(place + other.count)...]
    }
    return found
  }

  /// The text without blanks and line ends around it.
  var core: ArraySlice<UInt8> {
    let rest = drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    let end = rest.lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
    return end.map { rest[...$0] } ?? rest
  }

  /// Without a blank, in one pair of backticks, or a title in quotes.
  var isOneWord: Bool {
    if isEmpty { return false }
    if !contains(UInt8(ascii: " ")) || first == UInt8(ascii: "\"") { return true }
    let tick = UInt8(ascii: "`")
    return first == tick && last == tick && count(where: { $0 == tick }) == 2
  }
}
