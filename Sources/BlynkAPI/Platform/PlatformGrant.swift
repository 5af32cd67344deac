import Core
import HTTP

/// A token of the Platform API, fresh from the cloud (blynk:platform-token).
package struct PlatformGrant: Sendable, Equatable {
  /// Named `blynk.platform_token`.
  package var token: Secret
  /// Good for one more grant, once.
  package var refresh: Secret?
  /// In seconds; nil when the cloud does not say.
  package var expiresInSeconds: Int?

  /// Reads the reply of a login; it is never shown, as nobody knows the token yet.
  init(_ reply: Reply) throws {
    struct Granted: Decodable {
      var token: String
      var refresh: LooseJSON?
      var seconds: LooseJSON?
      enum CodingKeys: String, CodingKey {
        case token = "access_token"
        case refresh = "refresh_token"
        case seconds = "expires_in"
      }
    }
    guard let granted: Granted = try? reply.json(), !granted.token.isEmpty else {
      throw BlynkError.unexpectedReply(reply.witness.withoutAnswer)
    }
    token = Secret(granted.token, name: "blynk.platform_token")
    refresh = granted.refresh?.text.map { Secret($0, name: "blynk.platform_refresh_token") }
    expiresInSeconds = granted.seconds?.text.flatMap { Int($0) }
  }
}
