import HTTPTestServer

/// Which route a request goes (particle:base-url).
extension ParticlePracticeCloud {
  /// Answers one request.
  package func answer(_ request: PracticeRequest) async -> PracticeReply {
    if request.method == "OPTIONS" {
      return ParticlePracticeCloud.isOpen(request) ? .preflight : .empty(204)
    }
    let reply = await reply(to: request)
    return ParticlePracticeCloud.isOpen(request) ? reply.open : reply
  }

  /// Whether pages may read the reply; never where a password, a token or a program is at stake.
  /// The server itself lets no page of a foreign origin come this far.
  private static func isOpen(_ request: PracticeRequest) -> Bool {
    let asked = request.header("access-control-request-method") ?? request.method
    let path = request.segments
    guard path.first != "oauth", path.count < 2 || path[1] != "access_tokens" else { return false }
    return !path.contains("binaries") && !(asked == "PUT" && path.contains("devices"))
  }

  private func reply(to request: PracticeRequest) async -> PracticeReply {
    if faults.isOn(.cloudError) { return .empty(settings.cloudErrorStatus) }
    if faults.isOn(.rateLimited) { return .empty(settings.rateLimitStatus) }
    if faults.isOn(.cloudRefused) { return ParticleRefusal.barred(settings.refusedStatus).reply }
    do { return try await perform(request) } catch { return error.reply }
  }

  private func perform(_ request: PracticeRequest) async throws(ParticleRefusal) -> PracticeReply {
    let path = request.segments
    try count(.any, limit: settings.rateLimits.any, status: settings.rateLimitStatus)
    if path == ["oauth", "token"] || path.starts(with: ["v1", "access_tokens"]) {
      try count(.tokens, limit: settings.rateLimits.tokens, status: settings.rateLimitStatus)
    }
    if path == ["oauth", "token"] { return try await logIn(request) }
    guard path.first == "v1", path.count > 1 else { throw .noRoute }
    let rest = path[2...]
    if let reply = versions(request, path[1]) { return reply }
    if path[1] == "access_tokens", let reply = try await ownTokens(request, rest) { return reply }
    let token = try admit(request)
    if request.hasMalformedJSON { throw .bodyUnreadable }
    if let reply = try await cabinet(request) { return reply }
    switch path[1] {
    case "access_tokens": return try await tokens(request, rest, token)
    case "user" where request.method == "GET" && rest.isEmpty: return user()
    case "user" where rest == ["products"]: return try await products(request, [])
    case "serial_numbers" where request.method == "GET": return try find(serialNumber: rest)
    case "devices": return try await devices(request, rest)
    case "products": return try await products(request, rest)
    case "events" where request.method == "GET": return try accountEvents(rest)
    case "orgs": return try await organizations(request, rest)
    case "integrations", "webhooks": return try await integrations(request, rest, kind: path[1])
    case "binaries": return try await binaries(request, rest)
    default: throw .noRoute
    }
  }

  /// Counts a call; over the limit it is refused.
  func count(
    _ kind: CallCounter.Kind, limit: Int?, status: Int
  ) throws(ParticleRefusal) {
    let seconds = settings.rateLimits.windowSeconds
    guard counter.take(kind, limit: limit, windowSeconds: seconds, now: time.now()) else {
      throw .tooMany(status)
    }
  }
}

extension PracticeReply {
  /// What a browser asks before it calls with a token. The reply is not documented; its first
  /// header is the one that was recorded on the others.
  fileprivate static let preflight = PracticeReply.whole(
    status: 204,
    headers: [
      anyOrigin, ("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS"),
      (
        "Access-Control-Allow-Headers",
        "Authorization, Content-Type, X-Particle-Tool, X-Particle-Project"
      ),
    ], body: [])

  private static let anyOrigin = (name: "Access-Control-Allow-Origin", value: "*")

  /// The same, for pages of any origin to read (recorded, particle:reply-headers).
  fileprivate var open: PracticeReply {
    switch self {
    case .whole(let status, let headers, let body):
      .whole(status: status, headers: headers + [PracticeReply.anyOrigin], body: body)
    case .stream(let headers, let chunks):
      .stream(headers: headers + [PracticeReply.anyOrigin], chunks: chunks)
    default: self
    }
  }
}
