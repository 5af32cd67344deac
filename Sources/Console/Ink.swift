/// How a stretch of text is drawn where colour is on; where it is off, ink is nothing.
package struct Ink: OptionSet, Sendable, Hashable {
  /// One bit for each ink; several may be on at once.
  package let rawValue: Int
  /// The inks whose bits are set.
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Heads of pages and of tables, and strong words.
  package static let bold = Ink(rawValue: 1)
  /// What frames and accompanies: rules, notes, what is left over.
  package static let faint = Ink(rawValue: 2)
  /// Emphasis, and addresses.
  package static let underline = Ink(rawValue: 4)
  /// Green: it holds.
  package static let good = Ink(rawValue: 8)
  /// Red: it does not hold.
  package static let bad = Ink(rawValue: 16)
  /// Yellow: it neither holds nor fails, such as what was skipped.
  package static let warning = Ink(rawValue: 32)
  /// Cyan: what is typed or copied as it stands.
  package static let code = Ink(rawValue: 64)

  private static let codes: [(ink: Ink, code: String)] = [
    (.bold, "1"), (.faint, "2"), (.underline, "4"), (.bad, "31"), (.good, "32"), (.warning, "33"),
    (.code, "36"),
  ]

  /// The terminal's code that starts this ink (ECMA-48 §8.3.117).
  var start: String {
    let chosen = Ink.codes.filter { contains($0.ink) }.map(\.code)
    return chosen.isEmpty ? "" : "\u{1B}[\(chosen.joined(separator: ";"))m"
  }

  /// The code that ends any ink.
  static let end = "\u{1B}[0m"
}
