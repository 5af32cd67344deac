import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Giving out access tokens (particle:oauth-form, particle:oauth-fields).
extension ParticlePracticeCloud {
  /// `POST /oauth/token`: form only.
  func logIn(_ request: PracticeRequest) async throws(ParticleRefusal) -> PracticeReply {
    guard request.method == "POST" else { throw .noRoute }
    guard !loginGuard.isBarred(at: time.now()) else { throw .tooMany(settings.rateLimitStatus) }
    let form = LoginForm(request)
    let client = try client(form)
    switch form["grant_type"] {
    case "password":
      try checkPassword(form)
      if settings.otp != nil { throw .secondFactor(token: challenge()) }
    case "urn:custom:mfa-otp": try checkCode(form)
    // Which clients may, and what their tokens reach, is not documented beyond API users
    // (particle:api-user-tokens). With a pair that everybody knows the account would stand open.
    case "client_credentials":
      guard form.client.secret == settings.login.password else { throw .clientUnknown }
    default: throw .grantUnknown
    }
    loginGuard.noteSuccess()
    return try await grant(form, client: client)
  }

  private func checkPassword(_ form: LoginForm) throws(ParticleRefusal) {
    guard form["username"] == settings.login.username,
      form["password"] == settings.login.password
    else {
      noteFailedLogin()
      throw .badLogin
    }
  }

  /// A token that the second step has to bring along, once.
  private func challenge() -> String {
    let token = chance.urlSafe(40)
    if challenges.count >= settings.loginFailureLimit { challenges.removeFirst() }
    challenges.append(token)
    return token
  }

  private func checkCode(_ form: LoginForm) throws(ParticleRefusal) {
    guard let place = challenges.firstIndex(where: { $0 == form["mfa_token"] }),
      let code = settings.otp, form["otp"] == code
    else {
      noteFailedLogin()
      throw .badCode
    }
    challenges.remove(at: place)
  }

  private func noteFailedLogin() {
    loginGuard.noteFailure(
      limit: settings.loginFailureLimit, bar: settings.loginBar, now: time.now())
  }

  /// The client pair, from Basic or from the form.
  private func client(_ form: LoginForm) throws(ParticleRefusal) -> String {
    let (id, secret) = form.client
    let isTaken = settings.clients[id].map { $0 == secret } ?? settings.takesAnyClient
    guard isTaken, !id.isEmpty, !secret.isEmpty else { throw .clientUnknown }
    return id
  }

  private func grant(
    _ form: LoginForm, client: String
  ) async throws(ParticleRefusal) -> PracticeReply {
    let now = time.now()
    let end = form.end(from: now, seconds: settings.tokenLifetimeSeconds)
    let token = ParticleToken(text: chance.hex(40), expiresAt: end, client: client)
    account.tokens.append(token)
    await onChange()
    let seconds = end.map { $0.timeIntervalSince(now).rounded() } ?? 0
    return .json(
      200,
      [
        "token_type": "bearer", "access_token": .string(token.text),
        "expires_in": .number(seconds), "refresh_token": .string(chance.hex(40)),
      ])
  }
}
