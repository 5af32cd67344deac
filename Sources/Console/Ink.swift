/// How a stretch of text is drawn where colour is on; where it is off, ink is nothing.
package struct Ink: OptionSet, Sendable, Hashable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let bold = Ink(rawValue: 1)
  package static let faint = Ink(rawValue: 2)
  package static let underline = Ink(rawValue: 4)
  package static let good = Ink(rawValue: 8)
  package static let bad = Ink(rawValue: 16)
  package static let warning = Ink(rawValue: 32)
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
