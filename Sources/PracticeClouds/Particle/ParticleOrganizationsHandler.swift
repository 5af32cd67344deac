import HTTPTestServer

/// The organizations of the account (particle:organization-routes); what is theirs has handlers of
/// its own.
struct ParticleOrganizationsHandler: Sendable {
  let context: ParticleContext

  /// `GET /v1/orgs`; the shape of the list is not documented.
  func list(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let all = context.settings.organization.map { [$0] } ?? []
    return .json(
      200,
      [
        "organizations": .array(
          all.map { ["id": .string($0), "slug": .string($0), "name": .string($0)] })
      ])
  }
}
