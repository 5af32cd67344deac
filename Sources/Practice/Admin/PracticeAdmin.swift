/// The admin port: a person's console work, the levers, and a look inside (DESIGN §8). JSON in and
/// out; a body is read whatever its content type.
struct PracticeAdmin: Sendable {
  let parts: PracticeParts
  /// The world that `POST /reset` goes back to.
  let origin: PracticeWorld
  /// The levers that were pulled from the start.
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
    case ("POST", "/template"): return try await template(body)
    case ("POST", "/datastreams"): return try await datastreams(body)
    case ("POST", "/activate"): return try await activate(body)
    case ("POST", "/webhook"): return try await webhook(body)
    case ("DELETE", "/webhook"): return try await deleteWebhook(request, body)
    case ("POST", "/device"): return try await device(body)
    case ("POST", "/fault"): return try fault(body)
    case ("POST", "/latency"): return try latency(body)
    case ("POST", "/reset"): return await reset()
    default: throw refusal(path)
    }
  }

  private func refusal(_ path: String) -> AdminRefusal {
    guard let methods = PracticeAdmin.methods[path] else { return .noSuchPath(path) }
    return .wrongMethod(path, allowed: methods)
  }

  private static let methods: [String: [String]] = [
    "/state": ["GET"], "/log": ["GET"], "/flip": ["POST"], "/blueprint": ["POST"],
    "/template": ["POST"], "/datastreams": ["POST"], "/activate": ["POST"],
    "/webhook": ["POST", "DELETE"], "/device": ["POST"], "/fault": ["POST"],
    "/latency": ["POST"], "/reset": ["POST"],
  ]
}
