import HTTPTestServer

/// The cloud secrets that the CLI asks for, by scope (particle:secret-calls).
struct ParticleSecretsHandler: Sendable {
  let context: ParticleContext

  /// `GET /v1/secrets`.
  func list(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    .json(200, ["secrets": .array(secrets(routed, in: store).map(\.shown))])
  }

  /// `GET /v1/secrets/:secret`.
  func show(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    .json(200, ["secret": try secret(routed, in: store).shown])
  }

  /// `PUT /v1/secrets/:secret`. The value itself is not kept: nothing ever shows it again, and
  /// which key of an integration enables a secret is not known.
  func put(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let name = routed["secret"] ?? ""
    guard ParticleSecret.isFit(name: name),
      routed.request.json?["secret"]?["value"]?.plain?.isEmpty == false
    else { throw .bodyUnreadable }
    var secret =
      secrets(routed, in: store).first { $0.name == name }
      ?? ParticleSecret(scope: scope(routed), name: name)
    let now = context.timestamp
    secret.createdAt = secret.createdAt ?? now
    secret.updatedAt = now
    store.keep(secret)
    await context.onChange()
    return .json(200, ["secret": secret.shown])
  }

  /// `DELETE /v1/secrets/:secret`.
  func delete(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let secret = try secret(routed, in: store)
    store.removeSecret(secret.name, scope: secret.scope)
    await context.onChange()
    return .json(200, [:])
  }

  /// Empty for the sandbox, else such as `orgs/acme`.
  private func scope(_ routed: ParticleRoutedRequest) -> String {
    routed["organization"].map { "orgs/\($0)" } ?? ""
  }

  private func secrets(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) -> [ParticleSecret] {
    let scope = scope(routed)
    return store.account.secrets.filter { $0.scope == scope }
  }

  private func secret(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) throws(ParticleRefusal) -> ParticleSecret {
    let secret = secrets(routed, in: store).first { $0.name == routed["secret"] }
    guard let secret else { throw .noRoute }
    return secret
  }
}
