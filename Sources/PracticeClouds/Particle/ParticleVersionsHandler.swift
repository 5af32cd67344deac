import HTTPTestServer

/// What needs no token: the lists of Device OS versions (particle:os-versions). Their shapes are
/// those of the official client's types.
struct ParticleVersionsHandler: Sendable {
  let context: ParticleContext

  /// Some of the boards that builds are for, by the CLI's names (particle:platform-ids).
  private static let boards = [
    ("argon", 12), ("boron", 13), ("bsom", 23), ("b5som", 25), ("tracker", 26), ("p2", 32),
    ("msom", 35),
  ]

  /// `GET /v1/device-os`.
  func list(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let version = JSONValue.string(context.settings.deviceOS)
    return .json(
      200,
      .array(
        ParticleVersionsHandler.boards.map {
          ["version": version, "platform_id": .number(Double($0.1))]
        }))
  }

  /// `GET /v1/build_targets`.
  func targets(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let version = JSONValue.string(context.settings.deviceOS)
    let boards = ParticleVersionsHandler.boards
    let ids = boards.map { JSONValue.number(Double($0.1)) }
    return .json(
      200,
      [
        "targets": [
          [
            "platforms": .array(ids), "prereleases": [], "firmware_vendor": "Particle",
            "version": version,
          ]
        ],
        "platforms": .object(JSONObject(zip(boards, ids).map { ($0.0, $1) })),
        "default_versions": .object(JSONObject(boards.map { (String($0.1), version) })),
      ])
  }
}
