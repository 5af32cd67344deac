/// Which form of a noun stands after a number (Unicode CLDR, language plural rules, whole numbers).
package enum PluralRule: String, Sendable, CaseIterable {
  case one, few, many, other

  /// The form for a number in a language; one that is not known here is like English.
  package static func form(for number: Int, in language: String) -> PluralRule {
    let (tens, ones) = (number % 100, number % 10)
    switch language {
    case "ja", "ko", "th", "vi", "zh": return .other
    case "fr", "pt": return number == 0 || number == 1 ? .one : .other
    case "cs", "sk": return number == 1 ? .one : (2...4).contains(number) ? .few : .other
    case "pl", "ru", "uk":
      let isOne = language == "pl" ? number == 1 : ones == 1 && tens != 11
      if isOne { return .one }
      return (2...4).contains(ones) && !(12...14).contains(tens) ? .few : .many
    default: return number == 1 ? .one : .other
    }
  }
}
