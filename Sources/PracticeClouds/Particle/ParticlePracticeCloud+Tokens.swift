import HTTPTestServer

/// Looking at access tokens, and deleting them (particle:token-current, particle:token-delete).
extension ParticlePracticeCloud {
  /// The token of a request, if it opens the account.
  func admit(_ request: PracticeRequest) throws(ParticleRefusal) -> ParticleToken {
    guard let text = ParticlePracticeCloud.tokenText(request) else { throw .tokenMissing }
    guard let token = account.tokens.first(where: { $0.text == text }),
      !faults.isOn(.particleBadToken)
    else { throw .tokenUnknown }
    if faults.isOn(.particleTokenExpired) { throw .tokenExpired }
    if let end = token.expiresAt, end <= time.now() { throw .tokenExpired }
    if faults.isOn(.particleTokenScope) { throw .notAllowed }
    return token
  }

  /// From the header; else, as is deprecated, from the query or the form. The prose has the query
  /// for GET and the form for POST and PUT only (particle:token-transport); the curl lines beside
  /// it put either into every method, and so did the CLI up to version 3.
  private static func tokenText(_ request: PracticeRequest) -> String? {
    if let header = request.header("authorization") {
      let parts = header.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
      return String(parts[1])
    }
    return request.queryValue("access_token")
      ?? request.form.first { $0.name == "access_token" }?.value
  }

  /// What of `/v1/access_tokens/…` is done without a token: the owner's name and password list and
  /// delete them (particle:token-list), and who knows a token may delete it. Nil is for the routes
  /// with a token.
  func ownTokens(
    _ request: PracticeRequest, _ rest: ArraySlice<String>
  ) async throws(ParticleRefusal) -> PracticeReply? {
    let isList = request.method == "GET" && rest.isEmpty
    let isRemoval = request.method == "DELETE" && rest.count == 1 && rest.first != "current"
    guard isList || isRemoval else { return nil }
    if let owner = BasicPair(request) {
      guard owner.name == settings.login.username else { throw .ownerUnknown }
      guard owner.password == settings.login.password else { throw .ownerPasswordWrong }
    } else if isList || ParticlePracticeCloud.tokenText(request) != nil {
      return nil
    }
    guard isList else { return await remove { $0.text == rest.first } }
    // The code is asked for where there is one; what comes without it is not documented.
    guard settings.otp == nil || settings.otp == request.queryValue("otp") else { throw .badCode }
    return .json(200, .array(account.tokens.map { ParticlePracticeCloud.listed($0) as JSONValue }))
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

  /// A token that is not there is deleted just as well (recorded, particle:token-delete).
  private func remove(_ isMeant: (ParticleToken) -> Bool) async -> PracticeReply {
    account.tokens.removeAll(where: isMeant)
    await onChange()
    return .json(200, ["ok": true])
  }

  /// `/v1/access_tokens/…`
  func tokens(
    _ request: PracticeRequest, _ rest: ArraySlice<String>, _ token: ParticleToken
  ) async throws(ParticleRefusal) -> PracticeReply {
    switch (request.method, rest.first) {
    case ("GET", "current"):
      return .json(
        200,
        [
          "expires_at": faults.isOn(.particleTokenEnding)
            ? .string(PracticeTime.stamp(time.now().addingTimeInterval(1800)))
            : ParticlePracticeCloud.expiry(token),
          "client": .string(token.client), "scopes": [], "orgs": [],
        ])
    case ("DELETE", nil): return await remove { _ in true }
    case ("DELETE", let name?):
      return await remove { $0.text == (name == "current" ? token.text : name) }
    default: throw .noRoute
    }
  }

  /// `GET /v1/user`.
  func user() -> PracticeReply {
    .json(
      200,
      [
        "username": .string(settings.login.username), "subscription_ids": [],
        "account_info": [
          "first_name": "Practice", "last_name": "Account", "business_account": false,
        ],
        "scim_provisioned": false, "no_password": false,
        "mfa": ["enabled": .bool(settings.otp != nil)],
        "wifi_device_count": 0, "cellular_device_count": .number(Double(account.devices.count)),
      ])
  }
}
