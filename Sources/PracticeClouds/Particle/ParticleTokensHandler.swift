import HTTPTestServer

/// Looking at access tokens, and deleting them (particle:token-current, particle:token-delete).
struct ParticleTokensHandler: Sendable {
  let context: ParticleContext

  /// `GET /v1/access_tokens` with the owner's name and password (particle:token-list). The code is
  /// asked for where there is one; what comes without it is not documented.
  func list(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    try checkOwner(routed.request)
    let code = context.settings.otp
    guard code == nil || code == routed.request.queryValue("otp") else { throw .badCode }
    return .json(
      200, .array(store.account.tokens.map { ParticleTokensHandler.listed($0) as JSONValue }))
  }

  /// `DELETE /v1/access_tokens/:token` with the owner's name and password.
  func deleteAsOwner(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    try checkOwner(routed.request)
    return try await delete(routed, in: store)
  }

  /// `DELETE /v1/access_tokens/:token`: whoever knows a token may delete it.
  func delete(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    await remove(in: store) { $0.text == routed["token"] }
  }

  /// `DELETE /v1/access_tokens/current`.
  func deleteCurrent(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    await remove(in: store) { $0.text == routed.token?.text }
  }

  /// `DELETE /v1/access_tokens`.
  func deleteAll(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    await remove(in: store) { _ in true }
  }

  /// `GET /v1/access_tokens/current`.
  func current(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    guard let token = routed.token else { throw .tokenMissing }
    return .json(
      200,
      [
        "expires_at": context.faults.isOn(.particleTokenEnding)
          ? .string(PracticeTime.stamp(context.time.now().addingTimeInterval(1800)))
          : ParticleTokensHandler.expiry(token),
        "client": .string(token.client), "scopes": [], "orgs": [],
      ])
  }

  private func checkOwner(_ request: PracticeRequest) throws(ParticleRefusal) {
    let (owner, login) = (BasicPair(request), context.settings.login)
    guard owner?.name == login.username else { throw .ownerUnknown }
    guard owner?.password == login.password else { throw .ownerPasswordWrong }
  }

  /// A token that is not there is deleted just as well (recorded, particle:token-delete).
  private func remove(
    in store: isolated ParticleStore, where isMeant: (ParticleToken) -> Bool
  ) async -> PracticeReply {
    store.removeTokens(where: isMeant)
    await context.onChange()
    return .json(200, ["ok": true])
  }

  private static func listed(_ token: ParticleToken) -> JSONValue {
    [
      "token": .string(token.text), "expires_at": expiry(token), "client": .string(listed(token)),
    ]
  }

  /// Public lists name the client of a person's own tokens like this (particle:token-client-name).
  private static func listed(_ token: ParticleToken) -> String {
    token.client == "particle" ? "__PASSWORD_ONLY__" : token.client
  }

  private static func expiry(_ token: ParticleToken) -> JSONValue {
    token.expiresAt.map { .string(PracticeTime.stamp($0)) } ?? .null
  }
}
