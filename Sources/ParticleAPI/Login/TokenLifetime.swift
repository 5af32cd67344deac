/// How long an access token is to live (particle:oauth-lifetime).
package enum TokenLifetime: Sendable, Equatable {
  /// As the cloud has it: 90 days. After that whatever uses the token stops without a word.
  case standard
  case seconds(Int)
  case forever

  /// The `expires_in` that asks for it; nil sends none.
  var expiresIn: String? {
    switch self {
    case .standard: nil
    case .seconds(let seconds): "\(max(1, seconds))"
    case .forever: "0"
    }
  }
}
