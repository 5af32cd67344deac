import HTTPTestServer

/// Making, listing, replacing, deleting and testing integrations (particle:hook-routes).
extension ParticlePracticeCloud {
  /// `/v1/integrations/…` and, with the same fields, the older `/v1/webhooks/…`; both below a
  /// product too.
  func integrations(
    _ request: PracticeRequest, _ rest: ArraySlice<String>, kind: String, product: Int? = nil,
    organization: String? = nil
  ) async throws(ParticleRefusal) -> PracticeReply {
    let all = activeIntegrations.filter {
      $0.productID == product && $0.organization == organization
    }
    guard let id = rest.first else {
      switch request.method {
      case "GET": return .json(200, .array(all.map(item)))
      case "POST": return try await create(request, kind, product, organization)
      default: throw .noRoute
      }
    }
    guard let one = all.first(where: { $0.id == id }) else { throw .integrationUnknown }
    switch (request.method, rest.count) {
    case ("GET", 1): return .json(200, [wrapper(kind): whole(one)])
    case ("PUT", 1): return try await replace(one, request, kind)
    case ("DELETE", 1): return await delete(one, kind)
    case ("POST", 2) where rest.last == "test": return await test(one, request)
    default: throw .noRoute
    }
  }

  private func wrapper(_ kind: String) -> String { kind == "webhooks" ? "webhook" : "integration" }

  private func create(
    _ request: PracticeRequest, _ kind: String, _ product: Int?, _ organization: String?
  ) async throws(ParticleRefusal) -> PracticeReply {
    let definition = try ParticlePracticeCloud.definition(request, kind)
    if let limit = settings.integrationLimit, account.integrations.count >= limit {
      throw .tooManyIntegrations
    }
    let made = await add(definition, product, organization)
    return .json(
      201,
      [
        "ok": true, "id": .string(made.id), "url": .string(made.url), "event": .string(made.event),
        "name": .string(made.name), "created_at": .string(PracticeTime.stamp(made.createdAt)),
        "hookUrl": .string("https://api.particle.io/v1/webhooks/\(made.id)"),
      ])
  }

  /// Makes an integration; the same definition twice makes two that both fire.
  private func add(
    _ definition: JSONObject, _ product: Int?, _ organization: String?
  ) async -> StoredIntegration {
    let integration = StoredIntegration(
      id: chance.hex(24), createdAt: time.now(), definition: .object(definition),
      productID: product, organization: organization)
    account.integrations.append(integration)
    await onChange()
    return integration
  }

  /// Replaces the whole definition: fields that are left out are gone, but for those without which
  /// it would be none. The docs' curl line gives the event only, and its reply has the rest.
  private func replace(
    _ old: StoredIntegration, _ request: PracticeRequest, _ kind: String
  ) async throws(ParticleRefusal) -> PracticeReply {
    let definition = try ParticlePracticeCloud.definition(request, kind, over: old.definition)
    if let index = account.integrations.firstIndex(where: { $0.id == old.id }) {
      account.integrations[index].definition = .object(definition)
    }
    await onChange()
    guard let new = activeIntegrations.first(where: { $0.id == old.id }) else {
      throw .integrationUnknown
    }
    return .json(200, [wrapper(kind): whole(new)])
  }

  private func delete(_ integration: StoredIntegration, _ kind: String) async -> PracticeReply {
    account.integrations.removeAll { $0.id == integration.id }
    (hookRecords[integration.id], deliveries[integration.id]) = (nil, nil)
    await onChange()
    // The older route's reply is the recorded one; the newer one has nothing to say.
    return kind == "webhooks"
      ? .json(200, ["ok": true, "status": "Hook Deleted"]) : .empty(204)
  }

  /// Fires a hook with made-up data; its events do not appear on the stream.
  private func test(_ integration: StoredIntegration, _ request: PracticeRequest) async
    -> PracticeReply
  {
    let event = PublishedEvent(
      name: integration.event, data: request.field("data") ?? "test-event",
      coreID: request.field("device_id") ?? "api", publishedAt: timestamp)
    let outcome = await send(HookRequest(integration, event, filling(event, integration)))
    guard let error = outcome.error else { return .json(200, ["pass": true, "data": .null]) }
    // The name of the error's key is not documented.
    return .json(200, ["pass": false, "error": .string(error)])
  }

  private func item(_ integration: StoredIntegration) -> JSONValue {
    var object = JSONObject([
      ("id", .string(integration.id)), ("event", .string(integration.event)),
      ("created_at", .string(PracticeTime.stamp(integration.createdAt))),
      ("integration_type", integration.definition["integration_type"] ?? "Webhook"),
      ("url", .string(integration.url)), ("requestType", .string(integration.requestType)),
      ("name", .string(integration.name)),
    ])
    object["deviceID"] = integration.deviceID.map(JSONValue.string)
    if integration.isDisabled { object["disabled"] = true }
    return .object(object)
  }

  private func whole(_ integration: StoredIntegration) -> JSONValue {
    var object = item(integration).object ?? JSONObject()
    for member in integration.definition.object?.members ?? [] {
      object[member.name] = member.value
    }
    let record = hookRecords[integration.id] ?? HookRecord()
    object["noDefaults"] = .bool(integration.noDefaults)
    object["rejectUnauthorized"] = object["rejectUnauthorized"] ?? true
    object["logs"] = record.logs
    object["errors"] = .array(record.errors)
    object["counters"] = record.counters
    return .object(object)
  }

  /// The definition in a request's JSON or form. The token of a form is not part of it, and null is
  /// nothing.
  ///
  /// - Parameter old: the one that is edited.
  private static func definition(
    _ request: PracticeRequest, _ kind: String, over old: JSONValue = .null
  ) throws(ParticleRefusal) -> JSONObject {
    var definition = JSONObject(request.form.map { ($0.name, .string($0.value ?? "")) })
    if request.form.isEmpty { definition = request.json?.object ?? definition }
    definition["access_token"] = nil
    for member in definition.members where member.value == .null { definition[member.name] = nil }
    if let event = definition["eventName"], definition["event"] == nil {
      definition["event"] = event
      definition["eventName"] = nil
    }
    for name in ["event", "url", "requestType", "integration_type"] where definition[name] == nil {
      definition[name] = old[name]
    }
    // The older route implies the type (particle:hook-type-implied). Without `requestType` it is a
    // POST: the CLI leaves it out, though the reference calls it required
    // (particle:hook-method-default). Only a webhook goes to a URL: the CLI makes one for Google
    // Maps without any (particle:hook-without-url).
    let type = definition["integration_type"]?.plain ?? "Webhook"
    let required =
      ["event"] + (type == "Webhook" ? ["url"] : [])
      + (kind == "webhooks" ? [] : ["integration_type"])
    for name in required where definition[name]?.plain?.isEmpty != false {
      throw .integrationIncomplete(missing: name)
    }
    return definition
  }
}
