import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Giving out access tokens (particle:oauth-form, particle:oauth-fields).
struct ParticleLoginHandler: Sendable {
  let context: ParticleContext

  /// `POST /oauth/token`: form only.
  func logIn(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let settings = context.settings
    guard !store.isLoginBarred(at: context.time.now()) else {
      throw .tooMany(settings.rateLimitStatus)
    }
    let form = LoginForm(routed.request)
    let client = try client(form)
    switch form["grant_type"] {
    case "password":
      try checkPassword(form, in: store)
      if settings.otp != nil {
        throw .secondFactor(token: store.makeChallenge(limit: settings.loginFailureLimit))
      }
    case "urn:custom:mfa-otp": try checkCode(form, in: store)
    // Which clients may, and what their tokens reach, is not documented beyond API users
    // (particle:api-user-tokens). With a pair that everybody knows the account would stand open.
    case "client_credentials":
      guard form.client.secret == settings.login.password else { throw .clientUnknown }
    default: throw .grantUnknown
    }
    store.noteLogin()
    return try await grant(form, client: client, in: store)
  }

  private func checkPassword(
    _ form: LoginForm, in store: isolated ParticleStore
  ) throws(ParticleRefusal) {
    let login = context.settings.login
    guard form["username"] == login.username, form["password"] == login.password else {
      noteFailure(in: store)
      throw .badLogin
    }
  }

  private func checkCode(
    _ form: LoginForm, in store: isolated ParticleStore
  ) throws(ParticleRefusal) {
    guard let token = form["mfa_token"], store.hasChallenge(token),
      let code = context.settings.otp, form["otp"] == code
    else {
      noteFailure(in: store)
      throw .badCode
    }
    store.removeChallenge(token)
  }

  private func noteFailure(in store: isolated ParticleStore) {
    let settings = context.settings
    store.noteFailedLogin(
      limit: settings.loginFailureLimit, bar: settings.loginBar, now: context.time.now())
  }

  /// The client pair, from Basic or from the form.
  private func client(_ form: LoginForm) throws(ParticleRefusal) -> String {
    let (id, secret) = form.client
    let settings = context.settings
    let isTaken = settings.clients[id].map { $0 == secret } ?? settings.takesAnyClient
    guard isTaken, !id.isEmpty, !secret.isEmpty else { throw .clientUnknown }
    return id
  }

  private func grant(
    _ form: LoginForm, client: String, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let now = context.time.now()
    let end = form.end(from: now, seconds: context.settings.tokenLifetimeSeconds)
    let token = ParticleToken(text: store.makeHex(40), expiresAt: end, client: client)
    store.add(token)
    await context.onChange()
    let seconds = end.map { $0.timeIntervalSince(now).rounded() } ?? 0
    return .json(
      200,
      [
        "token_type": "bearer", "access_token": .string(token.text),
        "expires_in": .number(seconds), "refresh_token": .string(store.makeHex(40)),
      ])
  }
}
