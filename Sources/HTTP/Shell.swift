import Core

/// Text as one word of a shell command.
package enum Shell {
  /// One word; a secret in it is a variable that the shell fills in.
  static func word(_ text: MaskedText) -> String {
    if text.secrets.isEmpty { return quoted(text.shown()) }
    if canStandInDoubleQuotes(text) {
      return "\"\(parts(text) { $0 })\""
    }
    return parts(text, secret: { "\"\($0)\"" }, plain: quoted)
  }

  /// Plain text as one word on one line.
  package static func quoted(_ text: String) -> String {
    if !text.isEmpty && text.utf8.allSatisfy(isHarmless) { return text }
    if text.unicodeScalars.contains(where: isControl) {
      return "$'\(text.unicodeScalars.map(escaped).joined())'"
    }
    // By scalars, as a quote and an accent after it are one `Character`.
    return "'\(text.unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined())'"
  }

  /// `particle.access_token` is `PARTICLE_ACCESS_TOKEN`.
  static func variable(_ secret: Secret) -> String {
    let name = secret.name.uppercased().map {
      $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_"
    }
    return name.first?.isNumber == true ? "_" + String(name) : String(name)
  }

  private static func parts(
    _ text: MaskedText, secret: (String) -> String = { $0 }, plain: (String) -> String
  ) -> String {
    text.pieces.map { piece in
      switch piece {
      case .plain(let text): plain(text)
      case .secret(let value): secret("$" + variable(value))
      }
    }.joined()
  }

  /// Nothing in it means anything to a shell there, and no variable's name would run on; zsh reads
  /// `:` and `[` after a name as its own.
  private static func canStandInDoubleQuotes(_ text: MaskedText) -> Bool {
    zip(text.pieces, [nil] + text.pieces).allSatisfy { piece, before in
      guard case .plain(let plain) = piece else { return true }
      guard
        !plain.unicodeScalars.contains(where: {
          "\"$`\\!".unicodeScalars.contains($0) || isControl($0)
        })
      else { return false }
      guard case .secret = before, let first = plain.unicodeScalars.first else { return true }
      return !(first.properties.isAlphabetic || "0123456789_:[".unicodeScalars.contains(first))
    }
  }

  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._/:,@%+".utf8.contains(byte)
    }
  }

  /// What a terminal would obey or not show: control characters of both sets, and those that turn
  /// the direction of writing or separate lines.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format: true
    default: false
    }
  }

  /// For `$'…'`. Octal, as its three digits end where they end; byte by byte, as shells count.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\t": return "\\t"
    case "\r": return "\\r"
    case "'", "\\": return "\\\(scalar)"
    default:
      if !isControl(scalar) { return String(scalar) }
      return String(scalar).utf8.map { byte in
        let digits = String(byte, radix: 8)
        return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }.joined()
    }
  }
}
