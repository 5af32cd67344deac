import ParticleAPI
import RoundTrip

/// What can be seen of a person's own deed, if it was just done: looked for when they say so. Where
/// it is not seen, their word counts.
enum ManualStepChecks {
  static let all: [Capability] = [
    .init("blynk.webhook-tested", .glance(tested)),
    .init("blynk.switch-flipped", .glance(flipped)),
  ]

  /// A test carries no value, so the placeholder itself arrives (blynk:webhook-test).
  static let tested: Capability.Check = { clouds in
    try await called(with: ["{device_pinValue}", ""], clouds)
  }

  /// Only Blynk calls with the bare number: our own calls say `on` and `off`.
  static let flipped: Capability.Check = { clouds in try await called(with: ["0", "1"], clouds) }

  /// The sketch's variables tell how often it was called, and with what.
  private static func called(
    with arguments: Set<String>, _ clouds: Clouds
  ) async throws -> Observation {
    let (cloud, device) = (try clouds.particle(), try clouds.deviceID())
    let last = try await cloud.variable(Bindings.argumentVariable, of: device).shown
    let calls = try await cloud.variable(Bindings.callsVariable, of: device).shown
    guard arguments.contains(last), calls != "0" else { throw Unseen() }
    return .init(
      evidence:
        "The device was last called with `\(clouds.scrubber.scrub(last))`, as Blynk calls it.")
  }

  private struct Unseen: Error {}
}
