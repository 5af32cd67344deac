/// A value of a cloud or a person, quoted so that what the eye passes over shows: blanks at its
/// ends, tabs, no-break and zero-width blanks, letters that only look like others, capitals.
///
/// Used wherever a value that was found stands beside the one that was expected.
package enum Quoted {
  /// More of a value than this is not shown, in characters.
  package static let limit = 200

  /// The value in quotes on one line, each scalar that cannot be seen as its number: `"a<U+00A0>"`.
  ///
  /// - Parameter isPlain: whether the expected value is ASCII only; then each letter that is not is
  ///   shown with its number, as it may look like one that is.
  package static func text(_ value: String, isPlain: Bool = false) -> String {
    var shown = ""
    for (count, scalar) in value.unicodeScalars.enumerated() {
      if count == limit {
        shown += "…"
        break
      }
      shown += spelled(scalar, isPlain)
    }
    return "\"\(shown)\""
  }

  /// Both values, the one that was found first: `"a ", not "a" (a blank at its end)`.
  package static func found(_ found: String?, not wanted: String?) -> Phrase {
    guard let found, let wanted else {
      return "\(told(found)), not \(told(wanted))"
    }
    let isPlain = wanted.unicodeScalars.allSatisfy(\.isASCII)
    let values: Phrase = "\(text(found, isPlain: isPlain)), not \(text(wanted))"
    return hint(found, wanted).map { "\(values) (\($0))" } ?? values
  }

  private static func told(_ value: String?) -> Phrase {
    value.map { Phrase(verbatim: text($0)) } ?? "absent"
  }

  /// In what two values differ that look alike; nil where the difference is plain to see.
  package static func hint(_ found: String, _ wanted: String) -> Phrase? {
    if found == wanted { return nil }
    if found.lowercased() == wanted.lowercased() { return "only the capitals differ" }
    let visible = folded(found)
    if visible == folded(wanted) {
      if found.first?.isWhitespace == true { return "there is a blank before it" }
      if found.last?.isWhitespace == true { return "there is a blank at its end" }
      return "it has a character that cannot be seen"
    }
    let isLookAlike =
      found.unicodeScalars.count == wanted.unicodeScalars.count
      && zip(found.unicodeScalars, wanted.unicodeScalars).allSatisfy { $0 == $1 || !$0.isASCII }
    return isLookAlike ? "it has a letter that only looks alike" : nil
  }

  /// Without what cannot be seen.
  package static func folded(_ value: String) -> String {
    String(String.UnicodeScalarView(value.unicodeScalars.filter { !isUnseen($0) && $0 != " " }))
      .lowercased()
  }

  private static func spelled(_ scalar: Unicode.Scalar, _ isPlain: Bool) -> String {
    if isUnseen(scalar) { return number(scalar) }
    if isPlain, !scalar.isASCII { return "\(scalar)\(number(scalar))" }
    return "\(scalar)"
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
      .surrogate, .nonspacingMark, .enclosingMark:
      true
    case .spaceSeparator: scalar != " "
    default: false
    }
  }

  /// `<U+00A0>`
  private static func number(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
