import Core
import HTTP

extension ParticleCloud {
  /// The account's integrations, or the product's (particle:hook-scopes). Neither list holds the
  /// other's.
  package func integrations() async throws -> [Integration] {
    let list: IntegrationList = try await ask(.get, scope + ["integrations"]).decoded()
    return list.integrations.map { one in
      var one = one
      one.scope = place
      return one
    }
  }

  /// One integration with all its fields; a list may leave some out (particle:hook-listed).
  package func integration(_ id: String) async throws -> Integration {
    let box: IntegrationBox = try await ask(
      .get, scope + ["integrations", id], about: .integration(id)
    )
    .decoded()
    var one = box.integration
    one.scope = place
    return one
  }

  /// Makes an integration and gives its id. Doing it twice makes two that both fire
  /// (particle:hook-made-twice).
  package func createIntegration(_ definition: IntegrationDefinition) async throws -> String {
    let reply = try await ask(
      .post, scope + ["integrations"], body: .json(writing: definition))
    let made: IntegrationBox = try reply.decoded()
    return made.integration.id
  }

  /// Replaces the whole definition: a field left out is gone (particle:hook-replaced).
  package func replaceIntegration(_ id: String, with definition: IntegrationDefinition)
    async throws
  {
    _ = try await ask(
      .put, scope + ["integrations", id], body: .json(writing: definition), about: .integration(id)
    )
  }

  /// Removes an integration; `integrationUnknown` when it is not there.
  package func deleteIntegration(_ id: String) async throws {
    _ = try await ask(.delete, scope + ["integrations", id], about: .integration(id))
  }

  /// Has the cloud send the integration's request once (particle:hook-test).
  ///
  /// - Parameters:
  ///   - data: the event's data; the cloud's own default is the text `test-event`, which leaves
  ///     every template of a JSON key empty, so that Blynk refuses it.
  ///   - device: in whose name; `api` unless given.
  package func testIntegration(_ id: String, data: String? = nil, device: String? = nil)
    async throws -> IntegrationTest
  {
    var fields: [String: String] = [:]
    fields["data"] = data
    fields["device_id"] = device
    return try await ask(
      .post, scope + ["integrations", id, "test"], body: .json(writing: fields),
      about: .integration(id)
    ).decoded()
  }
}
