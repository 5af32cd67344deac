import Core
import HTTP

/// Gets access tokens of the Particle cloud: `POST /oauth/token`, the one call that takes a form
/// only (particle:oauth-form).
///
/// At most 100 calls in 5 minutes from one address; after 10 failures in a row the address is
/// barred for 30 minutes, so a wrong password is never tried again by itself.
package struct ParticleLogin: Sendable {
  /// Scheme and host; no slash at the end.
  package let url: String
  let client: BasicLogin?
  let transport: Transport
  let timeout: Duration

  /// - Parameter client: the OAuth client; nil for the public pair that every ordinary account may
  ///   use.
  package init(
    url: String, client: BasicLogin? = nil, transport: Transport, timeout: Duration = .seconds(30)
  ) {
    self.url = url.withoutEndSlash
    self.client = client
    self.transport = transport
    self.timeout = timeout
  }

  /// Logs in with a password. Throws `badCredentials` for a wrong one and for an unknown user
  /// alike.
  package func token(user: String, password: Secret, lasting lifetime: TokenLifetime = .standard)
    async throws -> LoginOutcome
  {
    let reply = try await send(
      "password",
      [QueryItem("username", MaskedText(user)), QueryItem("password", MaskedText(password))],
      lifetime)
    if let challenge = MFAChallenge(reply, lifetime) { return .needsCode(challenge) }
    return .granted(try granted(reply))
  }

  /// Goes on with the six digits of the second factor.
  ///
  /// What a wrong code gets is not documented; it is read like a wrong password.
  package func token(code: Secret, for challenge: MFAChallenge) async throws -> AccessToken {
    let items = [
      QueryItem("mfa_token", MaskedText(challenge.token)), QueryItem("otp", MaskedText(code)),
    ]
    return try granted(
      try await send("urn:custom:mfa-otp", items, challenge.lifetime))
  }

  /// A token of the client's own; needs a client of one's own.
  ///
  /// - Parameter scope: such as `customer=someone@example.com`.
  package func clientToken(scope: String? = nil, lasting lifetime: TokenLifetime = .standard)
    async throws -> AccessToken
  {
    let items = scope.map { [QueryItem("scope", MaskedText($0))] } ?? []
    return try granted(try await send("client_credentials", items, lifetime))
  }

  private func send(_ grant: String, _ items: [QueryItem], _ lifetime: TokenLifetime) async throws
    -> Reply
  {
    var items = [QueryItem("grant_type", MaskedText(grant))] + items
    if let seconds = lifetime.expiresIn {
      items.append(QueryItem("expires_in", MaskedText(seconds)))
    }
    // The public pair is no secret, and as one would be blotted out of every answer.
    let publicPair = [
      QueryItem("client_id", "particle"), QueryItem("client_secret", "particle"),
    ]
    var request = Request(
      .post, MaskedText(url + "/oauth/token"),
      body: .form(client == nil ? publicPair + items : items), timeout: timeout)
    request.login = client
    return Reply(request, try await transport.send(request))
  }

  private func granted(_ reply: Reply) throws -> AccessToken {
    if let error = ParticleError(reply, about: .login) { throw error }
    return try AccessToken(reply)
  }
}

extension MFAChallenge {
  /// Nil when the reply is another one. The text differs from page to page, so the code counts.
  init?(_ reply: Reply, _ lifetime: TokenLifetime) {
    struct Required: Decodable {
      var error: String
      var token: String
      enum CodingKeys: String, CodingKey {
        case error
        case token = "mfa_token"
      }
    }
    guard let required: Required = try? reply.json(), required.error == "mfa_required" else {
      return nil
    }
    self.init(token: Secret(required.token, name: "particle.mfa_token"), lifetime: lifetime)
  }
}
