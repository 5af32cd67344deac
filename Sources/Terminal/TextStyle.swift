/// How a stretch of text is drawn where colour is on; where it is off, style is nothing.
package struct TextStyle: OptionSet, Sendable, Hashable {
  /// One bit for each style; several may be on at once.
  package let rawValue: Int
  /// The inks whose bits are set.
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Heads of pages and of tables, and strong words.
  package static let bold = TextStyle(rawValue: 1)
  /// What frames and accompanies: rules, notes, what is left over.
  package static let faint = TextStyle(rawValue: 2)
  /// Emphasis, and addresses.
  package static let underline = TextStyle(rawValue: 4)
  /// Green: it holds.
  package static let good = TextStyle(rawValue: 8)
  /// Red: it does not hold.
  package static let bad = TextStyle(rawValue: 16)
  /// Yellow: it neither holds nor fails, such as what was skipped.
  package static let warning = TextStyle(rawValue: 32)
  /// Cyan: what is typed or copied as it stands.
  package static let code = TextStyle(rawValue: 64)

  private static let codes: [(style: TextStyle, code: String)] = [
    (.bold, "1"), (.faint, "2"), (.underline, "4"), (.bad, "31"), (.good, "32"), (.warning, "33"),
    (.code, "36"),
  ]

  /// The terminal's code that starts this style (ECMA-48 §8.3.117).
  var start: String {
    let chosen = TextStyle.codes.filter { contains($0.style) }.map(\.code)
    return chosen.isEmpty ? "" : "\u{1B}[\(chosen.joined(separator: ";"))m"
  }

  /// The code that ends any style.
  static let end = "\u{1B}[0m"
}
