import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `POST /oauth2/token`: what lets a client into the Platform API (blynk:platform-token).
enum PlatformTokenHandler {
  static let path = ["oauth2", "token"]

  /// Its parameters are read from the query, and from a form, as OAuth 2.0 has it.
  static func answer(_ request: PracticeRequest, _ store: inout BlynkStore) -> PracticeReply {
    guard request.method == "POST" else { return BlynkReplies.wrongMethod(allowed: ["POST"]) }
    func field(_ name: String) -> String? { request.queryValue(name) ?? request.field(name) }
    guard isClient(request, store) else {
      return refused("invalid_client", "The client is not known, or its secret is another one.")
    }
    switch field("grant_type") {
    case "client_credentials": return granted(store.addGrant(), store.settings)
    case "refresh_token":
      guard let old = field("refresh_token"), store.useUp(refreshToken: old) else {
        return refused("invalid_grant", "The refresh token is not known, or was used.")
      }
      return granted(store.addGrant(), store.settings)
    case nil: return refused("invalid_request", "grant_type is missing.")
    default:
      // `user_credentials` is documented by name only.
      return refused("unsupported_grant_type", "This grant type is not one of this cloud's.")
    }
  }

  private static func granted(
    _ grant: BlynkGrant, _ settings: BlynkPracticeSettings
  ) -> PracticeReply {
    BlynkReplies.json(
      200,
      [
        "access_token": .string(grant.token), "token_type": "Bearer",
        "expires_in": .number(Double(settings.grantLifetimeSeconds)),
        "refresh_token": grant.refreshToken.map { .string($0) } ?? .null,
      ])
  }

  /// HTTP Basic: `client_id:client_secret`.
  private static func isClient(_ request: PracticeRequest, _ store: BlynkStore) -> Bool {
    guard let header = request.header("authorization"), header.hasPrefix("Basic "),
      let pair = Data(base64Encoded: String(header.dropFirst(6)))
    else { return false }
    return store.account.clients.contains { Data("\($0.id):\($0.secret)".utf8) == pair }
  }

  private static func refused(_ error: String, _ description: String) -> PracticeReply {
    BlynkReplies.json(
      400, ["error": .string(error), "error_description": .string(description)])
  }
}
