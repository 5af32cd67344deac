extension String {
  /// The text without anything that could steer a terminal: control characters, line and
  /// paragraph separators, and marks that turn the direction of writing. Line ends stay; a tab
  /// reaches to the next column of four.
  package var fitToShow: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    var clean = String.UnicodeScalarView()
    var column = 0
    for scalar in unicodeScalars where scalar.isFitToShow {
      if scalar == "\t" {
        let spaces = 4 - column % 4
        clean.append(contentsOf: repeatElement(" ", count: spaces))
        column += spaces
      } else {
        clean.append(scalar)
        column = scalar == "\n" ? 0 : column + 1
      }
    }
    return String(clean)
  }

  /// The same in ASCII, as far as our own signs go; letters of other scripts stay.
  var inPlainSigns: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return reduce(into: "") { $0 += Character.plainSigns[$1] ?? String($1) }
  }
}

extension Unicode.Scalar {
  fileprivate var isFitToShow: Bool {
    switch value {
    case 0x09, 0x0A: true
    case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: false
    default: properties.generalCategory != .control
    }
  }
}

extension Character {
  fileprivate static let plainSigns: [Character: String] = [
    "✓": "+", "✗": "x", "─": "-", "│": "|", "›": ">", "‹": "<", "…": "...", "•": "-", "·": "-",
    "–": "-", "—": "--", "→": "->", "←": "<-", "„": "\"", "“": "\"", "”": "\"", "‘": "'", "’": "'",
    "×": "x", "≤": "<=", "≥": ">=", "\u{A0}": " ",
  ]
}
