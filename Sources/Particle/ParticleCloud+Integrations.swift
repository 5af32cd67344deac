import Ground
import Wire

extension ParticleCloud {
  /// The account's integrations (particle-cloud §6.1). Those of a product are not among them.
  package func integrations() async throws -> [Integration] {
    let list: IntegrationList = try await ask(.get, ["integrations"]).decoded()
    return list.integrations
  }

  /// One integration with all its fields; a list may leave some out (§6.3).
  package func integration(_ id: String) async throws -> Integration {
    let box: IntegrationBox = try await ask(.get, ["integrations", id], about: .integration(id))
      .decoded()
    return box.integration
  }

  /// Makes an integration and gives its id. Doing it twice makes two that both fire (§6.1).
  package func createIntegration(_ definition: IntegrationDefinition) async throws -> String {
    let reply = try await ask(
      .post, ["integrations"], body: .json(Veiled(jsonText(definition))))
    let made: IntegrationBox = try reply.decoded()
    return made.integration.id
  }

  /// Replaces the whole definition: a field left out is gone (§6.1).
  package func replaceIntegration(_ id: String, with definition: IntegrationDefinition)
    async throws
  {
    _ = try await ask(
      .put, ["integrations", id], body: .json(Veiled(jsonText(definition))), about: .integration(id)
    )
  }

  /// Removes an integration; `integrationUnknown` when it is not there.
  package func deleteIntegration(_ id: String) async throws {
    _ = try await ask(.delete, ["integrations", id], about: .integration(id))
  }
}
