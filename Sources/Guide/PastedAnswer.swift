/// Takes the answer out of what a person pasted: blanks, quotes and a carrier around it go.
enum PastedAnswer {
  /// The pasted text without blanks, invisible characters and a pair of quotes around it.
  static func bare(_ typed: String) -> String {
    var text = typed.trimmed(isBlank)
    for (open, close) in quotes where text.count >= 2 && text.first == open && text.last == close {
      text = String(text.dropFirst().dropLast()).trimmed(isBlank)
    }
    return text
  }

  /// A code out of its carrier: `Bearer …`, `#define BLYNK_AUTH_TOKEN "…"`, `TOKEN=…`, quotes.
  static func code(_ typed: String, for question: String) -> String {
    var text = macro(typed, for: question) ?? bare(typed)
    for carrier in ["authorization:", "bearer "] where text.lowercased().hasPrefix(carrier) {
      text = bare(String(text.dropFirst(carrier.count)))
    }
    return text.trimmed { isBlank($0) || "\"'`“”‘’,;".contains($0) }
  }

  /// A text out of its carrier: blanks, quotes, or a `#define` line that bears the question's name.
  static func text(_ typed: String, for question: String) -> String {
    guard typed.contains("#define") else { return bare(typed) }
    return macro(typed, for: question) ?? bare(typed)
  }

  /// The value of the macro that bears the question's name, when the text has such a line:
  /// `blynk.auth_token` is asked, and `#define BLYNK_AUTH_TOKEN "…"` comes, alone or with its kin.
  static func macro(_ typed: String, for question: String) -> String? {
    let name = String(question.uppercased().map { $0 == "." ? "_" : $0 })
    guard let place = typed.firstRange(of: name),
      typed[..<place.lowerBound].last.map(isBlank) ?? true
    else { return nil }
    let after = typed[place.upperBound...]
    let rest = after.drop { isBlank($0) || $0 == "=" || $0 == ":" }
    guard rest.startIndex > after.startIndex, let quote = rest.first else { return nil }
    guard quote == "\"" || quote == "'" else { return bare(String(rest)) }
    return bare(String(rest.dropFirst().prefix { $0 != quote }))
  }

  /// White space, and what looks like nothing: zero-width marks and the byte order mark.
  static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace || character.unicodeScalars.allSatisfy { invisible.contains($0) }
  }

  private static let invisible: Set<Unicode.Scalar> = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{200E}", "\u{200F}",
  ]

  private static let quotes: [(Character, Character)] = [
    ("\"", "\""), ("'", "'"), ("`", "`"), ("“", "”"), ("‘", "’"), ("«", "»"),
  ]
}

extension String {
  /// The text without the characters at both ends that `drops` names.
  func trimmed(_ drops: (Character) -> Bool) -> String {
    var rest = drop(while: drops)
    while let last = rest.last, drops(last) { rest.removeLast() }
    return String(rest)
  }
}
