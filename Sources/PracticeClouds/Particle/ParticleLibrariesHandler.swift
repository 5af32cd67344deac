import HTTPTestServer

/// The libraries that sketches may use (particle:cli-lists).
struct ParticleLibrariesHandler: Sendable {
  /// `GET /v1/libraries`: there are none here.
  func list(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    .json(200, ["data": []])
  }
}
