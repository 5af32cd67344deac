/// What a person gave for a question: plain, or a secret that is kept apart.
package enum Answer: Sendable, Equatable {
  case plain(String)
  case secret(Secret)

  /// As it may be shown: a secret is its name.
  package var shown: String {
    switch self {
    case .plain(let text): text
    case .secret(let secret): secret.description
    }
  }

  /// As it may be sent.
  package var veiled: MaskedText {
    switch self {
    case .plain(let text): MaskedText(text)
    case .secret(let secret): MaskedText(secret)
    }
  }
}
