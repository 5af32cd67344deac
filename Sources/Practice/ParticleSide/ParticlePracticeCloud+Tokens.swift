/// particle-cloud §2.2 to §2.5.
extension ParticlePracticeCloud {
  /// The token of a request, if it opens the account.
  func admit(_ request: PracticeRequest) throws(ParticleRefusal) -> ParticleToken {
    guard let text = ParticlePracticeCloud.tokenText(request) else { throw .tokenMissing }
    guard let token = account.tokens.first(where: { $0.text == text }),
      !faults.isOn(.particleBadToken)
    else { throw .tokenUnknown }
    if faults.isOn(.particleTokenExpired) { throw .tokenExpired }
    if let end = token.expiresAt, end <= time.now() { throw .tokenExpired }
    return token
  }

  /// From the header; else, as is deprecated, from a GET's query or a POST's or PUT's form.
  private static func tokenText(_ request: PracticeRequest) -> String? {
    if let header = request.header("authorization") {
      let parts = header.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
      return String(parts[1])
    }
    switch request.method {
    case "GET": return request.queryValue("access_token")
    case "POST", "PUT": return request.form.first { $0.name == "access_token" }?.value
    default: return nil
    }
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
          "expires_at": token.expiresAt.map { .string(PracticeTime.stamp($0)) } ?? .null,
          "client": .string(token.client), "scopes": [], "orgs": [],
        ])
    case ("DELETE", let name):
      // A token that is not there is deleted just as well (recorded, particle-cloud §2.2).
      account.tokens.removeAll { name == nil || $0.text == (name == "current" ? token.text : name) }
      await onChange()
      return .json(200, ["ok": true])
    default: throw .noRoute
    }
  }

  /// `GET /v1/user`.
  func user() -> PracticeReply {
    .json(
      200,
      [
        "username": .string(settings.username), "subscription_ids": [],
        "account_info": [
          "first_name": "Practice", "last_name": "Account", "business_account": false,
        ],
        "scim_provisioned": false, "no_password": false,
        "mfa": ["enabled": .bool(settings.otp != nil)],
        "wifi_device_count": 0, "cellular_device_count": .number(Double(account.devices.count)),
      ])
  }
}
