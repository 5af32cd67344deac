import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension BlynkPracticeCloud {
  /// "Create client" in the Developer Zone: the secret is shown once (blynk:client-secret-once).
  func makeClient() async throws(BlynkConsoleRefusal) -> BlynkOAuthClient {
    guard settings.plan.hasPlatformAPI else { throw .noPlatformAPI }
    let client = BlynkOAuthClient(
      id: "oa2-client-id_" + chance.urlSafe(24), secret: chance.urlSafe(40))
    account.clients.append(client)
    await onChange()
    return client
  }

  /// `POST /oauth2/token` (blynk:platform-token). Its parameters are read from the query, and from
  /// a form, as OAuth 2.0 has it.
  func token(_ request: PracticeRequest) -> PracticeReply {
    guard request.method == "POST" else {
      return .whole(status: 405, headers: [("Allow", "POST")], body: [])
    }
    func field(_ name: String) -> String? { request.queryValue(name) ?? request.field(name) }
    guard isClient(request) else {
      return refused("invalid_client", "The client is not known, or its secret is another one.")
    }
    switch field("grant_type") {
    case "client_credentials": return grant()
    case "refresh_token":
      let old = field("refresh_token")
      guard let index = account.grants.firstIndex(where: { $0.refreshToken == old && old != nil })
      else { return refused("invalid_grant", "The refresh token is not known, or was used.") }
      account.grants[index].refreshToken = nil
      return grant()
    case nil: return refused("invalid_request", "grant_type is missing.")
    default:
      // `user_credentials` is documented by name only.
      return refused("unsupported_grant_type", "This grant type is not one of this cloud's.")
    }
  }

  private func grant() -> PracticeReply {
    let now = time.now()
    let life = settings.grantLifetimeSeconds
    let grant = BlynkGrant(
      token: chance.urlSafe(40), refreshToken: chance.urlSafe(40),
      expires: now.addingTimeInterval(Double(life)))
    account.grants.removeAll { $0.expires <= now && $0.refreshToken == nil }
    account.grants = account.grants.suffix(BlynkPracticeCloud.grantLimit - 1) + [grant]
    return BlynkReplies.json(
      200,
      [
        "access_token": .string(grant.token), "token_type": "Bearer",
        "expires_in": .number(Double(life)),
        "refresh_token": grant.refreshToken.map { .string($0) } ?? .null,
      ])
  }

  /// More grants than these are not kept; the oldest goes.
  private static let grantLimit = 100

  /// HTTP Basic: `client_id:client_secret`.
  private func isClient(_ request: PracticeRequest) -> Bool {
    guard let header = request.header("authorization"), header.hasPrefix("Basic "),
      let pair = Data(base64Encoded: String(header.dropFirst(6)))
    else { return false }
    return account.clients.contains { Data("\($0.id):\($0.secret)".utf8) == pair }
  }

  private func refused(_ error: String, _ description: String) -> PracticeReply {
    BlynkReplies.json(
      400, ["error": .string(error), "error_description": .string(description)])
  }
}
