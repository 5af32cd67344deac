import Core
import HTTP

/// Gets tokens of Blynk's Platform API, which paying plans have (blynk:platform-token).
package struct PlatformLogin: Sendable {
  /// Scheme and host of the account's region; no slash at the end.
  package let url: String
  let client: BasicLogin
  let transport: Transport
  let timeout: Duration

  /// - Parameter client: an OAuth 2.0 client of the organization; it travels as HTTP Basic.
  package init(
    url: String, client: BasicLogin, transport: Transport, timeout: Duration = .seconds(15)
  ) {
    self.url = url.withoutEndSlash
    self.client = client
    self.transport = transport
    self.timeout = timeout
  }

  /// A token in the client's own name. Throws `badClient` when Blynk does not know it.
  package func grant() async throws -> PlatformGrant {
    try await ask([QueryItem("grant_type", "client_credentials")])
  }

  /// The next token for a refresh token, which is used up by this.
  package func grant(refreshing refresh: Secret) async throws -> PlatformGrant {
    try await ask([
      QueryItem("grant_type", "refresh_token"), QueryItem("refresh_token", MaskedText(refresh)),
    ])
  }

  private func ask(_ query: [QueryItem]) async throws -> PlatformGrant {
    var request = Request(.post, MaskedText(url + "/oauth2/token"), query: query, timeout: timeout)
    request.login = client
    let reply = Reply(request, try await transport.send(request))
    if let error = BlynkError(login: reply, from: url) { throw error }
    return try PlatformGrant(reply)
  }
}

extension BlynkError {
  /// Reads a reply of the token endpoint, which has an error shape of its own
  /// (blynk:platform-token-refused).
  fileprivate init?(login reply: Reply, from url: String) {
    struct Refusal: Decodable { var error: String }
    let code = (try? reply.json(Refusal.self))?.error
    switch code {
    case "invalid_client", "invalid_grant", "unauthorized_client": self = .badClient(reply.witness)
    case .some where !reply.isSuccess && reply.status < 500 && reply.status != 429:
      self = .refused(reply.witness)
    default: self.init(reply, from: url, about: [])
    }
  }
}
