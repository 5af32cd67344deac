/// Values that stand under a private name: in a query, a form, JSON, or a header's line.
enum TokenFields {
  private typealias Bytes = UnsafeBufferPointer<UInt8>

  static func find(in bytes: UnsafeBufferPointer<UInt8>) -> [TokenShapes.Find] {
    var finds: [TokenShapes.Find] = []
    for place in bytes.indices {
      guard let sign = sign(bytes, place), let kind = kind(bytes, before: place, sign) else {
        continue
      }
      let range: Range<Int>? =
        switch sign {
        case .equals, .encoded: pair(bytes, place + (sign == .encoded ? 3 : 1), sign)
        case .colon: field(bytes, place + 1, kind)
        }
      guard let range, isWorthHiding(bytes[range]) else { continue }
      finds.append(.init(range: range, name: kind.rawValue))
    }
    return finds
  }

  private enum Sign { case equals, encoded, colon }

  private enum Kind: String { case token, password, cookie }

  private static func sign(_ bytes: Bytes, _ place: Int) -> Sign? {
    switch bytes[place] {
    case TokenShapes.equals: .equals
    case TokenShapes.colon: .colon
    case TokenShapes.percent:
      place + 2 < bytes.count && bytes[place + 1] == UInt8(ascii: "3")
        && bytes[place + 2] | 0x20 == UInt8(ascii: "d") ? .encoded : nil
    default: nil
    }
  }

  // MARK: names

  private static let nameLimit = 40

  private static func kind(_ bytes: Bytes, before place: Int, _ sign: Sign) -> Kind? {
    var end = place
    while end > 0, "\"'\\ ".utf8.contains(bytes[end - 1]), place - end < 4 { end -= 1 }
    var start = end
    while start > 0, end - start <= nameLimit,
      bytes[start - 1].isWordByte || "_-".utf8.contains(bytes[start - 1])
    { start -= 1 }
    guard start < end, end - start <= nameLimit else { return nil }
    let letters = bytes[start..<end].filter(\.isWordByte).map { $0 | 0x20 }
    let name = String(decoding: letters, as: UTF8.self)
    return endings.first { name.hasSuffix($0.0) }?.1 ?? names[name]
  }

  private static let endings: [(String, Kind)] = [
    ("token", .token), ("secret", .token), ("apikey", .token), ("privatekey", .token),
    ("password", .password), ("passwd", .password), ("passphrase", .password),
    ("authorization", .token), ("cookie", .cookie), ("sessionid", .token),
    ("signature", .token),
  ]

  private static let names: [String: Kind] = [
    "auth": .token, "xauth": .token, "pass": .password, "pwd": .password, "psk": .password,
    "otp": .password, "sid": .token,
  ]

  // MARK: values

  /// `name=value`, up to what ends a value in a query, a form or a sentence.
  private static func pair(_ bytes: Bytes, _ start: Int, _ sign: Sign) -> Range<Int>? {
    guard start < bytes.count else { return nil }
    var (start, end) = (start, start)
    let isQuoted = bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'")
    if isQuoted { (start, end) = (start + 1, start + 1) }
    while end < bytes.count, bytes[end] > 0x20, !"&\"'<>,;{}()[]#\\`|".utf8.contains(bytes[end]) {
      // Where the sign is encoded, so is what ends the value.
      if sign == .encoded, bytes[end] == TokenShapes.percent, endsEncoded(bytes, end) { break }
      end += 1
    }
    return start..<end
  }

  private static func endsEncoded(_ bytes: Bytes, _ place: Int) -> Bool {
    guard place + 2 < bytes.count else { return false }
    return ["26", "22", "20", "7D", "7d", "2C", "2c", "0A", "0a"].contains(
      String(decoding: bytes[(place + 1)...(place + 2)], as: UTF8.self))
  }

  /// `"name": "value"`, `Name: value`.
  private static func field(_ bytes: Bytes, _ start: Int, _ kind: Kind) -> Range<Int>? {
    let isQuotedName = start > 1 && "\"'".utf8.contains(bytes[start - 2])
    var start = start
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "\\") { start += 1 }
    guard start < bytes.count else { return nil }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      var end = start + 1
      while end < bytes.count, bytes[end] != quote, bytes[end] != UInt8(ascii: "\\") { end += 1 }
      return login(bytes, start + 1..<end)
    }
    if isQuotedName {
      let run = bytes[start...].prefix { $0.isWordByte }
      return run.startIndex..<run.endIndex
    }
    return line(bytes, start, kind)
  }

  /// A header's line is private to its end; of another name, only what looks like a token is.
  private static func line(_ bytes: Bytes, _ start: Int, _ kind: Kind) -> Range<Int>? {
    if kind == .cookie {
      let run = bytes[start...].prefix { $0 >= 0x20 && !"\"'`".utf8.contains($0) }
      return run.contains(TokenShapes.equals) ? run.startIndex..<run.endIndex : nil
    }
    let run = bytes[start...].prefix { $0.isBase64 || $0 == TokenShapes.equals }
    let isMixed =
      run.contains { (48...57).contains($0) } && run.contains { !(48...57).contains($0) }
      || run.contains { (65...90).contains($0) } && run.contains { (97...122).contains($0) }
    guard run.count >= 12, isMixed, !run.contains(UInt8(ascii: "/")) || run.count >= 40 else {
      return nil
    }
    return run.startIndex..<run.endIndex
  }

  /// Without the scheme that stands before a login.
  private static func login(_ bytes: Bytes, _ range: Range<Int>) -> Range<Int> {
    let text = bytes[range]
    for scheme in ["bearer ", "basic ", "digest "] where text.count > scheme.utf8.count {
      if zip(scheme.utf8, text).allSatisfy({ $0 == $1 | 0x20 }) {
        return range.lowerBound + scheme.utf8.count..<range.upperBound
      }
    }
    return range
  }

  /// No placeholder, no word of the protocol, no name of a variable.
  private static func isWorthHiding(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard value.count >= 4 else { return false }
    let text = String(decoding: value, as: UTF8.self)
    if text.contains("‹") || text.contains("{{") || text.contains("…") || text.hasPrefix("$") {
      return false
    }
    // The secret of the client that every program of Particle's may use (particle:oauth-client).
    let words = ["true", "false", "null", "none", "undefined", "particle", "particle-api"]
    if words.contains(text.lowercased()) { return false }
    let isVariable = value.allSatisfy { (65...90).contains($0) || $0 == UInt8(ascii: "_") }
    return !(isVariable && value.count < 24)
  }
}
