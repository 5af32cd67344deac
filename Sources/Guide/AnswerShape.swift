/// How an answer is read, and what a wrong one is told.
package enum AnswerShape: Hashable, Sendable {
  /// The characters that a code is made of.
  package enum Alphabet: String, Sendable, CaseIterable {
    /// `0-9 a-f`.
    case hex
    /// `A-Z a-z 0-9 - _`, as in URL-safe base64 (blynk:token-shape).
    case token
  }

  /// A code of a fixed length: a token, a device id.
  case code(Alphabet, count: Int, secret: Bool)
  /// Free text of so many characters.
  case text(ClosedRange<Int>)
  /// A visible code of which only the length is known, such as a client's ID; it has no blanks.
  case word(ClosedRange<Int>)
  /// A secret of which only the length is known, such as a client's; its text has no blanks.
  case secretText(ClosedRange<Int>)
  /// A Blynk template id, read leniently (blynk:template-id).
  case templateID
  /// One of a few words.
  case choice([String])
  /// The address of a cloud; the answer is its URL without a trailing slash (blynk:region-hosts).
  case cloudHost
  /// A virtual pin, V0 to V255 (blynk:pin-range).
  case pin
  case yesNo

  /// How long a text may be when the guide does not say; in characters.
  static let textLimit = 200

  /// Whether the answer must never be seen.
  package var isSecret: Bool {
    switch self {
    case .code(_, _, let secret): secret
    case .secretText: true
    case .text, .word, .templateID, .choice, .cloudHost, .pin, .yesNo: false
    }
  }

  /// The words that a person may give, for completion; empty where they cannot be listed.
  package var choices: [String] {
    switch self {
    case .choice(let words): words
    case .yesNo: ["yes", "no"]
    case .cloudHost: CloudAddress.regions
    case .code, .text, .word, .secretText, .templateID, .pin: []
    }
  }
}
