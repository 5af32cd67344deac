import HTTPTestServer

/// Who may call, and how often.
struct ParticleAdmission: Sendable {
  let context: ParticleContext

  /// The token of a request, if it opens the account.
  func token(
    of request: PracticeRequest, in store: isolated ParticleStore
  ) throws(ParticleRefusal) -> ParticleToken {
    let faults = context.faults
    guard let text = ParticleAdmission.tokenText(request) else { throw .tokenMissing }
    guard let token = store.account.tokens.first(where: { $0.text == text }),
      !faults.isOn(.particleBadToken)
    else { throw .tokenUnknown }
    if faults.isOn(.particleTokenExpired) { throw .tokenExpired }
    if let end = token.expiresAt, end <= context.time.now() { throw .tokenExpired }
    if faults.isOn(.particleTokenScope) { throw .notAllowed }
    return token
  }

  /// From the header; else, as is deprecated, from the query or the form. The prose has the query
  /// for GET and the form for POST and PUT only (particle:token-transport); the curl lines beside
  /// it put either into every method, and so did the CLI up to version 3.
  static func tokenText(_ request: PracticeRequest) -> String? {
    if let header = request.header("authorization") {
      let parts = header.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
      return String(parts[1])
    }
    return request.queryValue("access_token")
      ?? request.form.first { $0.name == "access_token" }?.value
  }

  /// Counts a call; over the limit it is refused.
  func count(
    _ kind: CallCounter.Kind, limit: Int?, status: Int, in store: isolated ParticleStore
  ) throws(ParticleRefusal) {
    let seconds = context.settings.rateLimits.windowSeconds
    let now = context.time.now()
    guard store.count(kind, limit: limit, windowSeconds: seconds, now: now) else {
      throw .tooMany(status)
    }
  }
}
