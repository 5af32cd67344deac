import HTTPTestServer

/// Which route a request goes (particle:base-url).
struct ParticleRouter: Sendable {
  private let context: ParticleContext
  private let admission: ParticleAdmission
  private let routes: [ParticleRoute]

  init(_ context: ParticleContext) {
    self.context = context
    admission = ParticleAdmission(context: context)
    routes = ParticleRouteTable.routes(context)
  }

  /// Answers one request.
  func answer(
    _ request: PracticeRequest, in store: isolated ParticleStore
  ) async -> PracticeReply {
    if request.method == "OPTIONS" {
      return request.isOpenToPages ? .preflight : .empty(204)
    }
    let reply = await reply(to: request, in: store)
    return request.isOpenToPages ? reply.openToPages : reply
  }

  private func reply(
    to request: PracticeRequest, in store: isolated ParticleStore
  ) async -> PracticeReply {
    let (faults, settings) = (context.faults, context.settings)
    if faults.isOn(.cloudError) { return .empty(settings.cloudErrorStatus) }
    if faults.isOn(.rateLimited) { return .empty(settings.rateLimitStatus) }
    if faults.isOn(.cloudRefused) { return ParticleRefusal.barred(settings.refusedStatus).reply }
    do { return try await perform(request, in: store) } catch { return error.reply }
  }

  private func perform(
    _ request: PracticeRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    try count(request, in: store)
    let found = find(request)
    if let found, found.route.access != .token {
      return try await found.route.handler(
        ParticleRoutedRequest(request: request, path: found.path, token: nil), store)
    }
    // Below the version nobody learns without a token which routes there are.
    guard request.segments.first == "v1", request.segments.count > 1 else { throw .noRoute }
    let token = try admission.token(of: request, in: store)
    if request.hasMalformedJSON { throw .bodyUnreadable }
    guard let found else { throw .noRoute }
    return try await found.route.handler(
      ParticleRoutedRequest(request: request, path: found.path, token: token), store)
  }

  /// The first route that takes it.
  private func find(
    _ request: PracticeRequest
  ) -> (route: ParticleRoute, path: ParticlePathMatch)? {
    for route in routes {
      if let path = route.match(request) { return (route, path) }
    }
    return nil
  }

  private func count(
    _ request: PracticeRequest, in store: isolated ParticleStore
  ) throws(ParticleRefusal) {
    let (path, limits) = (request.segments, context.settings.rateLimits)
    let status = context.settings.rateLimitStatus
    try admission.count(.any, limit: limits.any, status: status, in: store)
    if path == ["oauth", "token"] || path.starts(with: ["v1", "access_tokens"]) {
      try admission.count(.tokens, limit: limits.tokens, status: status, in: store)
    }
  }
}
