import Core
import HTTP

/// A token fresh from the cloud (particle:oauth-reply).
package struct AccessToken: Sendable, Equatable {
  /// Named `particle.access_token`.
  package var secret: Secret
  /// In seconds; nil when the cloud does not say.
  package var expiresInSeconds: Int?

  /// Reads the reply of a login; it is never shown, as nobody knows the token yet.
  init(_ reply: Reply) throws {
    struct Granted: Decodable {
      var token: String
      var seconds: LooseJSON?
      enum CodingKeys: String, CodingKey {
        case token = "access_token"
        case seconds = "expires_in"
      }
    }
    guard let granted: Granted = try? reply.json(), !granted.token.isEmpty else {
      throw ParticleError.unexpectedReply(reply.witness.withoutAnswer)
    }
    secret = Secret(granted.token, name: "particle.access_token")
    expiresInSeconds = granted.seconds?.text.flatMap { Int($0) }
  }
}
