import HTTPTestServer

/// What the CLI of 2026 asks for beside devices and integrations: secrets and environments by
/// scope, and lists that are empty here (particle:secret-calls, particle:environment-calls,
/// particle:cli-lists).
extension ParticlePracticeCloud {
  /// The reply to a call below `/v1/secrets`, `/v1/env`, `/v1/orgs`, `/v1/libraries` or
  /// `/v1/device_claims`; nil for one that belongs elsewhere.
  func cabinet(_ request: PracticeRequest) async throws(ParticleRefusal) -> PracticeReply? {
    let path = request.segments.dropFirst()
    switch (request.method, path.first, path.dropFirst()) {
    case ("POST", "device_claims", []): return deviceClaim()
    case ("GET", "libraries", []): return .json(200, ["data": []])
    case (_, "secrets", let rest): return try await secrets(request, scope: "", rest)
    case (_, "env", let rest): return try await environment(request, scope: "", rest)
    case (_, "orgs", let rest), (_, "products", let rest):
      guard let owner = rest.first, rest.count > 1 else { return nil }
      let scope = "\(path.first ?? "")/\(owner)"
      let below = rest.dropFirst(2)
      if rest.dropFirst().first == "env" {
        return try await environment(request, scope: scope, below)
      }
      guard path.first == "orgs", rest.dropFirst().first == "secrets" else { return nil }
      return try await secrets(request, scope: scope, below)
    default: return nil
    }
  }

  /// A code that a device without a keyboard could be claimed with; nothing here uses it up.
  private func deviceClaim() -> PracticeReply {
    let code = chance.hex(63)
    return .json(
      200,
      [
        "claim_code": .string(code), "device_ids": .array(account.devices.map { .string($0.id) }),
      ])
  }

  private func secrets(
    _ request: PracticeRequest, scope: String, _ rest: ArraySlice<String>
  ) async throws(ParticleRefusal) -> PracticeReply {
    let all = account.secrets.filter { $0.scope == scope }
    guard let name = rest.first else {
      guard request.method == "GET" else { throw .noRoute }
      return .json(200, ["secrets": .array(all.map(\.shown))])
    }
    guard rest.count == 1 else { throw .noRoute }
    let old = all.first { $0.name == name }
    switch request.method {
    case "PUT": return try await keep(request, old ?? ParticleSecret(scope: scope, name: name))
    case "GET":
      guard let old else { throw .noRoute }
      return .json(200, ["secret": old.shown])
    case "DELETE":
      guard old != nil else { throw .noRoute }
      account.secrets.removeAll { $0.scope == scope && $0.name == name }
      await onChange()
      return .json(200, [:])
    default: throw .noRoute
    }
  }

  /// The value itself is not kept: nothing ever shows it again, and which key of an integration
  /// enables a secret is not known.
  private func keep(
    _ request: PracticeRequest, _ secret: ParticleSecret
  ) async throws(ParticleRefusal) -> PracticeReply {
    guard ParticleSecret.isFit(name: secret.name),
      request.json?["secret"]?["value"]?.plain?.isEmpty == false
    else { throw .bodyUnreadable }
    var secret = secret
    let now = PracticeTime.stamp(time.now())
    secret.createdAt = secret.createdAt ?? now
    secret.updatedAt = now
    account.secrets.removeAll { $0.scope == secret.scope && $0.name == secret.name }
    account.secrets.append(secret)
    await onChange()
    return .json(200, ["secret": secret.shown])
  }

  /// The requests are the CLI's; what the real cloud answers is not known beyond their success.
  private func environment(
    _ request: PracticeRequest, scope: String, _ rest: ArraySlice<String>
  ) async throws(ParticleRefusal) -> PracticeReply {
    let isRollout = rest.last == "rollout"
    let device = (isRollout ? rest.dropLast() : rest).first
    if let device { _ = try index(device) }
    let key = scope + (device.map { "/devices/\($0)" } ?? "")
    switch (request.method, isRollout) {
    case ("GET", false): return .json(200, ["env": shownEnvironment(key)])
    case ("GET", true): return .json(200, ["changes": []])
    case ("POST", true): return .json(200, ["success": true])
    case ("PATCH", false):
      try change(key, request)
      await onChange()
      return .json(200, ["env": shownEnvironment(key)])
    default: throw .noRoute
    }
  }

  private func shownEnvironment(_ key: String) -> JSONValue {
    let values = (account.environments[key] ?? [:]).sorted { $0.key < $1.key }
    return .object(JSONObject(values.map { ($0.key, ["value": .string($0.value)]) }))
  }

  private func change(_ key: String, _ request: PracticeRequest) throws(ParticleRefusal) {
    guard case .array(let operations)? = request.json?["ops"] else { throw .bodyUnreadable }
    var values = account.environments[key] ?? [:]
    for operation in operations {
      guard let name = operation["key"]?.plain else { throw .bodyUnreadable }
      let isRemoval = operation["op"]?.plain?.lowercased() == "unset"
      values[name] = isRemoval ? nil : operation["value"]?.plain ?? ""
    }
    account.environments[key] = values
  }
}
