import HTTPTestServer

/// The environments of devices that the CLI asks for, by scope (particle:environment-calls). The
/// requests are the CLI's; what the real cloud answers is not known beyond their success.
struct ParticleEnvironmentHandler: Sendable {
  let context: ParticleContext

  /// `/v1/env[/:device][/rollout]`, also below an organization and a product.
  func answer(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let (request, rest) = (routed.request, routed.path.rest)
    let isRollout = rest.last == "rollout"
    let device = (isRollout ? rest.dropLast() : rest[...]).first
    if let device { _ = try ParticleDeviceLookup(context: context).index(device, in: store) }
    let key = scope(routed) + (device.map { "/devices/\($0)" } ?? "")
    switch (request.method, isRollout) {
    case ("GET", false): return shown(key, in: store)
    case ("GET", true): return .json(200, ["changes": []])
    case ("POST", true): return .json(200, ["success": true])
    case ("PATCH", false):
      try change(key, request, in: store)
      await context.onChange()
      return shown(key, in: store)
    default: throw .noRoute
    }
  }

  /// Empty for the sandbox, else such as `products/31000`.
  private func scope(_ routed: ParticleRoutedRequest) -> String {
    routed["organization"].map { "orgs/\($0)" } ?? routed["product"].map { "products/\($0)" } ?? ""
  }

  private func shown(_ key: String, in store: isolated ParticleStore) -> PracticeReply {
    let values = (store.account.environments[key] ?? [:]).sorted { $0.key < $1.key }
    let shown = JSONObject(values.map { ($0.key, ["value": .string($0.value)]) })
    return .json(200, ["env": .object(shown)])
  }

  private func change(
    _ key: String, _ request: PracticeRequest, in store: isolated ParticleStore
  ) throws(ParticleRefusal) {
    guard case .array(let operations)? = request.json?["ops"] else { throw .bodyUnreadable }
    var values = store.account.environments[key] ?? [:]
    for operation in operations {
      guard let name = operation["key"]?.plain else { throw .bodyUnreadable }
      let isRemoval = operation["op"]?.plain?.lowercased() == "unset"
      values[name] = isRemoval ? nil : operation["value"]?.plain ?? ""
    }
    store.setEnvironment(key, to: values)
  }
}
