import Core

/// Text with placeholders in it: `‹blynk.auth_token›`, `‹blynk.auth_token~2›`.
package enum PlaceholderText {
  private static let opening = Array("‹".utf8)
  private static let closing = Array("›".utf8)
  /// Names are shorter; what is longer is a quotation.
  private static let nameLimit = 80

  /// With values in place of the placeholders that have one.
  static func filled(_ bytes: [UInt8], value: (String, Int) -> Secret?) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    each(bytes) { piece in
      switch piece {
      case .plain(let plain): out += plain
      case .name(let name, let number, let whole):
        // A token needs no escapes, be it in JSON or in a form.
        out += value(name, number).map { Array($0.open().utf8) } ?? Array(whole)
      }
    }
    return out
  }

  /// With a nameless secret for each placeholder, for a command that is to be shown.
  package static func veiled(_ text: String) -> MaskedText {
    var pieces: [MaskedText.Piece] = []
    each(Array(text.utf8)) { piece in
      switch piece {
      case .plain(let plain):
        pieces.append(.plain(String(decoding: plain, as: UTF8.self)))
      case .name(let name, let number, _):
        let name = number == 1 ? name : "\(name)_\(number)"
        pieces.append(.secret(Secret("", name: name)))
      }
    }
    return MaskedText(pieces: pieces)
  }

  /// An address as one, of ASCII alone: an address knows no `‹`.
  static func encoded(_ url: String) -> String {
    if url.utf8.allSatisfy({ $0 < 0x80 }) { return url }
    return url.utf8.map { byte in
      byte < 0x80 ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  /// With the placeholders as they stand elsewhere, however the address spells them.
  static func decoded(_ url: String) -> String {
    guard url.contains("%E2%80%B9") || url.contains("%e2%80%b9") else { return url }
    let spelled = /%[Ee]2%80%[Bb]9([A-Za-z0-9_.\-]{1,80}(?:~[0-9]{1,6})?)%[Ee]2%80%[Bb][Aa]/
    return url.replacing(spelled) { "‹\($0.1)›" }
  }

  private enum Piece {
    case plain(ArraySlice<UInt8>)
    case name(String, number: Int, whole: ArraySlice<UInt8>)
  }

  private static func each(_ bytes: [UInt8], tell: (Piece) -> Void) {
    var rest = bytes[...]
    while let start = rest.firstRange(of: opening) {
      let inside = rest[start.upperBound...]
      guard let end = inside.prefix(nameLimit).firstRange(of: closing) else {
        tell(.plain(rest[..<start.upperBound]))
        rest = inside
        continue
      }
      if !rest[..<start.lowerBound].isEmpty { tell(.plain(rest[..<start.lowerBound])) }
      let parts = String(decoding: inside[..<end.lowerBound], as: UTF8.self)
        .split(separator: "~", maxSplits: 1)
      tell(
        .name(
          parts.first.map(String.init) ?? "", number: parts.count > 1 ? Int(parts[1]) ?? 1 : 1,
          whole: rest[start.lowerBound..<end.upperBound]))
      rest = inside[end.upperBound...]
    }
    if !rest.isEmpty { tell(.plain(rest)) }
  }
}
