import HTTPTestServer

/// The admin port: a person's console work, the faults, and a look inside. JSON in and out;
/// a body is read whatever its content type.
struct PracticeAdmin: Sendable {
  let parts: PracticeComponents
  /// The world that `POST /reset` goes back to.
  let origin: PracticeState
  /// The faults that were on from the start.
  let pulled: [Fault]

  /// Answers one request.
  func answer(_ request: PracticeRequest) async -> PracticeReply {
    do {
      return .json(200, try await perform(request))
    } catch {
      return .json(error.status, ["error": .string(error.message)])
    }
  }

  private func perform(_ request: PracticeRequest) async throws(AdminRefusal) -> JSONValue {
    let body = try AdminBody(request)
    let path = "/" + request.segments.joined(separator: "/")
    switch (request.method, path) {
    case ("GET", "/state"): return await state()
    case ("GET", "/log"): return await log()
    case ("POST", "/flip"): return try await flip(body)
    case ("POST", "/blueprint"): return await blueprint()
    case ("POST", "/activate"): return try await activate(body)
    case ("POST", "/webhook"): return try await webhook(body)
    case ("POST", "/webhook/test"): return try await testWebhook(body)
    case ("DELETE", "/webhook"): return try await deleteWebhook(request, body)
    case ("POST", "/client"): return try await client()
    case ("POST", "/device"): return try await device(body)
    case ("POST", "/fault"): return try await fault(body)
    case ("POST", "/latency"): return try latency(body)
    case ("POST", "/reset"): return try await reset()
    default: return try await build(request.method, path, body)
    }
  }

  /// Building a template by hand.
  private func build(
    _ method: String, _ path: String, _ body: AdminBody
  ) async throws(AdminRefusal) -> JSONValue {
    switch (method, path) {
    case ("POST", "/template"): return try await template(body)
    case ("POST", "/datastreams"): return try await datastreams(body)
    case ("POST", "/metadata"): return try await metadata(body)
    case ("POST", "/events"): return try await events(body)
    case ("POST", "/dashboard"): return try await dashboard(body)
    default: throw refusal(path)
    }
  }

  private func refusal(_ path: String) -> AdminRefusal {
    guard let methods = PracticeAdmin.methods[path] else { return .noSuchPath(path) }
    return .wrongMethod(path, allowed: methods)
  }

  /// What each path takes; docs/practice.md tells of each.
  static let methods: [String: [String]] = [
    "/state": ["GET"], "/log": ["GET"], "/flip": ["POST"], "/blueprint": ["POST"],
    "/template": ["POST"], "/datastreams": ["POST"], "/activate": ["POST"],
    "/metadata": ["POST"], "/events": ["POST"], "/dashboard": ["POST"], "/client": ["POST"],
    "/webhook/test": ["POST"],
    "/webhook": ["POST", "DELETE"], "/device": ["POST"], "/fault": ["POST"],
    "/latency": ["POST"], "/reset": ["POST"],
  ]
}
