/// Why an answer does not fit. It never holds the text of a secret.
package enum AnswerMismatch: Error, Sendable, Equatable {
  /// Nothing was typed.
  case nothing(String?)
  /// A code is too short or too long; in characters.
  case length(found: Int, wanted: Int, noun: String?)
  /// A character that such a code does not have; shown only when the answer is no secret.
  case outside(AnswerShape.Alphabet, position: Int, shown: Character?, noun: String?)
  /// A text is too short or too long; in characters.
  case size(found: Int, ClosedRange<Int>, noun: String?)
  /// A code with a blank in the middle: more than the code was typed.
  case blankInside(String?)
  case controlCharacter
  case templateID(String?)
  case choice([String], nearest: String?)
  /// Not an address of a cloud; the host is given when it may be repeated.
  case host(String?, nearest: String?)
  case plainHTTP(host: String?)
  /// The address of the first Blynk, which is another service.
  case firstBlynk
  case pin(nearest: String?)
  case yesNo

  /// What was probably meant.
  package var nearest: String? {
    switch self {
    case .choice(_, let nearest), .host(_, let nearest), .pin(let nearest): nearest
    default: nil
    }
  }
}
