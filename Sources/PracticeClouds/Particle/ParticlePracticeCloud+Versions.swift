import HTTPTestServer

/// What needs no token: the lists of Device OS versions (particle:os-versions). Their shapes are
/// those of the official client's types.
extension ParticlePracticeCloud {
  /// Some of the boards that builds are for, by the CLI's names (particle:platform-ids).
  private static let boards = [
    ("argon", 12), ("boron", 13), ("bsom", 23), ("b5som", 25), ("tracker", 26), ("p2", 32),
    ("msom", 35),
  ]

  func versions(_ request: PracticeRequest, _ name: String) -> PracticeReply? {
    guard request.method == "GET" else { return nil }
    switch name {
    case "build_targets": return .json(200, targets)
    case "device-os":
      return .json(
        200,
        .array(
          Self.boards.map {
            ["version": .string(settings.deviceOS), "platform_id": .number(Double($0.1))]
          }))
    default: return nil
    }
  }

  private var targets: JSONValue {
    let version = JSONValue.string(settings.deviceOS)
    let ids = Self.boards.map { JSONValue.number(Double($0.1)) }
    return [
      "targets": [
        [
          "platforms": .array(ids), "prereleases": [], "firmware_vendor": "Particle",
          "version": version,
        ]
      ],
      "platforms": .object(JSONObject(zip(Self.boards, ids).map { ($0.0, $1) })),
      "default_versions": .object(JSONObject(Self.boards.map { (String($0.1), version) })),
    ]
  }
}
