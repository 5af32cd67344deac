import HTTPTestServer

/// Making, listing, replacing, deleting and testing integrations (particle:hook-routes): those of
/// the account, of a product or of an organization.
struct ParticleIntegrationsHandler: Sendable {
  /// By which route they are asked for: the newer one, and with the same fields the older one.
  enum Route: String, Sendable, CaseIterable {
    case integrations, webhooks

    /// The key of a single one in replies.
    var wrapper: String { self == .webhooks ? "webhook" : "integration" }
  }

  /// Whose integrations they are; both nil are the account's own.
  private struct Owner {
    var product: Int?
    var organization: String?
  }

  let context: ParticleContext
  let route: Route

  /// `GET /v1/integrations`.
  func list(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let owner = try owner(routed, in: store)
    return .json(200, .array(integrations(of: owner, in: store).map(\.listJSON)))
  }

  /// `POST /v1/integrations`: the same definition twice makes two that both fire.
  func create(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let owner = try owner(routed, in: store)
    let definition = try definition(routed.request)
    let count = store.account.integrations.count
    if let limit = context.settings.integrationLimit, count >= limit {
      throw .tooManyIntegrations
    }
    let made = StoredIntegration(
      id: store.makeHex(24), createdAt: context.time.now(), definition: .object(definition),
      productID: owner.product, organization: owner.organization)
    store.add(made)
    await context.onChange()
    return .json(
      201,
      [
        "ok": true, "id": .string(made.id), "url": .string(made.url), "event": .string(made.event),
        "name": .string(made.name), "created_at": .string(PracticeTime.stamp(made.createdAt)),
        "hookUrl": .string("https://api.particle.io/v1/webhooks/\(made.id)"),
      ])
  }

  /// `GET /v1/integrations/:integration`.
  func show(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    reply(try integration(routed, in: store), in: store)
  }

  /// `PUT /v1/integrations/:integration` replaces the whole definition: fields that are left out
  /// are gone, but for those without which it would be none. The docs' curl line gives the event
  /// only, and its reply has the rest.
  func replace(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let old = try integration(routed, in: store)
    let definition = try definition(routed.request, over: old.definition)
    store.define(old.id, as: .object(definition))
    await context.onChange()
    let all = store.account.integrations.bent(by: context.faults)
    guard let new = all.first(where: { $0.id == old.id }) else { throw .integrationUnknown }
    return reply(new, in: store)
  }

  /// `DELETE /v1/integrations/:integration`.
  func delete(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    store.removeIntegration(try integration(routed, in: store).id)
    await context.onChange()
    // The older route's reply is the recorded one; the newer one has nothing to say.
    return route == .webhooks
      ? .json(200, ["ok": true, "status": "Hook Deleted"]) : .empty(204)
  }

  /// `POST /v1/integrations/:integration/test` fires a hook with made-up data; its events do not
  /// appear on the stream.
  func test(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let (integration, request) = (try integration(routed, in: store), routed.request)
    let event = PublishedEvent(
      name: integration.event, data: request.field("data") ?? "test-event",
      coreID: request.field("device_id") ?? "api", publishedAt: context.timestamp)
    let sender = ParticleHookSender(context: context)
    let filling = sender.filling(event, integration, in: store)
    let outcome = await sender.send(HookRequest(integration, event, filling), in: store)
    guard let error = outcome.error else { return .json(200, ["pass": true, "data": .null]) }
    // The name of the error's key is not documented.
    return .json(200, ["pass": false, "error": .string(error)])
  }

  /// Whatever else is asked of an integration: one that is unknown is told first.
  func refuse(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    _ = try integration(routed, in: store)
    throw .noRoute
  }

  // MARK: finding

  private func owner(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) throws(ParticleRefusal) -> Owner {
    // The one organization has every product, whatever it is called.
    if routed["product"] != nil {
      let lookup = ParticleDeviceLookup(context: context)
      return Owner(product: try lookup.product(of: routed, in: store).id)
    }
    guard let organization = routed["organization"] else { return Owner() }
    guard organization == context.settings.organization else { throw .noRoute }
    return Owner(organization: organization)
  }

  private func integrations(
    of owner: Owner, in store: isolated ParticleStore
  ) -> [StoredIntegration] {
    store.account.integrations.bent(by: context.faults).filter {
      $0.productID == owner.product && $0.organization == owner.organization
    }
  }

  private func integration(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) throws(ParticleRefusal) -> StoredIntegration {
    let all = integrations(of: try owner(routed, in: store), in: store)
    guard let one = all.first(where: { $0.id == routed["integration"] }) else {
      throw .integrationUnknown
    }
    return one
  }

  private func reply(
    _ integration: StoredIntegration, in store: isolated ParticleStore
  ) -> PracticeReply {
    let record = store.hookRecord(of: integration.id)
    return .json(200, [route.wrapper: integration.json(record)])
  }

  // MARK: definitions

  /// The definition in a request's JSON or form. The token of a form is not part of it, and null is
  /// nothing.
  ///
  /// - Parameter old: the one that is edited.
  private func definition(
    _ request: PracticeRequest, over old: JSONValue = .null
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
      + (route == .webhooks ? [] : ["integration_type"])
    for name in required where definition[name]?.plain?.isEmpty != false {
      throw .integrationIncomplete(missing: name)
    }
    return definition
  }
}
