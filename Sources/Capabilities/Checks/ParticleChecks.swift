import Core
import Foundation
import ParticleAPI
import RoundTrip

/// What can be seen of a setup in the Particle cloud.
package enum ParticleChecks {
  static let all: [Capability] = [
    .init("particle.token-works", .check(tokenWorks)),
    .init("particle.device-online", .check(deviceOnline)),
    .init("particle.kind-known", .check(kindKnown)),
    .init("particle.function-listed", .check(functionListed)),
    .init("particle.function-answers", .check(functionAnswers)),
    .init("particle.integration-right", .check(integrationRight)),
  ]

  /// What is kept of a token that does not last: when it ends, so that a trip need not ask.
  package static let tokenEnds = "particle.token_ends"

  static let tokenWorks: Capability.Check = { clouds in
    let info = try await clouds.particle().tokenInfo()
    guard let expiry = info.expiresAt else {
      let facts = clouds.bindings.plain(tokenEnds).map { _ in [tokenEnds: Answer.plain("never")] }
      return .init(
        evidence: "Particle knows this token. It does not expire.", facts: facts ?? [:])
    }
    let day = clouds.scrubber.scrub(String(expiry.prefix(10)))
    var seen = Observation(
      evidence: "Particle knows this token. It expires on \(day); the Blynk switch stops then.",
      facts: [tokenEnds: .plain(clouds.scrubber.scrub(String(expiry.prefix(30))))])
    seen.warning = Cause.particleTokenEnding.warning(
      of: expiry, now: clouds.requestContext.now())
    return seen
  }

  static let deviceOnline: Capability.Check = { clouds in
    let cloud = try clouds.particle()
    let device = try await cloud.device(clouds.deviceID())
    let name = clouds.scrubber.scrub(device.name ?? device.id)
    if device.isInSafeMode { throw DeviceProblem.safeMode(name).problem }
    guard try await cloud.ping(device.id) else { throw DeviceProblem.offline(name).problem }
    let platform = DeviceKind.name(device.platformID)
    var facts: [String: Answer] = [
      "particle.device_name": .plain(name), "particle.platform": .plain(platform.english),
    ]
    facts["particle.kind"] = kind(of: device, clouds).map { .plain($0) }
    return .init(evidence: "\(name) (\(platform)) answers Particle.", facts: facts)
  }

  /// What the device is by Particle's number, and what its LED does. Before the device is named,
  /// what was said counts.
  static let kindKnown: Capability.Check = { clouds in
    var word = clouds.bindings.plain("particle.kind")
    var name: Phrase = "other"
    if let id = clouds.bindings.deviceID {
      let device = try await clouds.particle().device(id)
      word = kind(of: device, clouds) ?? word
      name = DeviceKind.name(device.platformID)
    }
    let facts = word.map { ["particle.kind": Answer.plain($0)] } ?? [:]
    guard let kind = DeviceKind.named(word) else {
      return .init(
        evidence: "I do not know this kind (\(name)): the sketch leaves D7 alone, and V17 tells.",
        facts: facts)
    }
    return .init(evidence: "\(kind.name): \(kind.lightWords).", facts: facts)
  }

  /// The guide's word for the device's kind. Where two kinds have one number, what was said counts.
  private static func kind(of device: Device, _ clouds: Clouds) -> String? {
    guard let id = device.platformID else { return nil }
    return DeviceKind.of(id, named: clouds.bindings.plain("particle.kind"))?.word
      ?? DeviceKind.other
  }

  static let functionListed: Capability.Check = { clouds in
    let device = try await clouds.particle().device(clouds.deviceID())
    let functions = (device.functions ?? []).map(clouds.scrubber.scrub)
    guard functions.contains(Bindings.functionName) else {
      let name = clouds.scrubber.scrub(device.name ?? device.id)
      if let problem = DeviceProblem.unready(device, named: name, isFlashed: clouds.wasFlashed) {
        throw problem
      }
      throw DeviceProblem.noFunction(Bindings.functionName, listed: functions).problem
    }
    return .init(evidence: "The device offers \(Wording.list(functions, "and")).")
  }

  /// Turns the LED on and off again, so it ends as the sketch began: off.
  static let functionAnswers: Capability.Check = { clouds in
    let lock = try await clouds.device.take()
    defer { withExtendedLifetime(lock) {} }
    let calls = FunctionCalls(
      cloud: try clouds.particle(), device: try clouds.deviceID(),
      ledger: clouds.device.ledger { _ in })
    try await calls.run()
    return .init(evidence: "\(Bindings.functionName) answered 1 to `on` and 0 to `off`.")
  }

  static let integrationRight: Capability.Check = { clouds in
    let look = try await IntegrationLook(clouds)
    if let cause = look.finding.cause {
      throw IntegrationProblem.broken(
        cause.cause, evidence: clouds.scrubber.scrub(cause.evidence)
      ).problem
    }
    guard case .right(let all) = look.finding, let first = all.first else {
      throw IntegrationProblem.broken(.unknown, evidence: look.places).problem
    }
    guard all.count == 1 else { throw IntegrationProblem.several(all).problem }
    if let blemish = IntegrationFinding.blemish(first, look.wanted) {
      throw IntegrationProblem.differs(
        blemish.cause, first, look.shown(blemish.differences)
      ).problem
    }
    // The sketch on the device may be a person's own, and send more: no fault, then.
    let lacking = IntegrationFinding.emptyRow(
      look.survey, look.wanted, keys: Set(look.wanted.definition.eventFields))
    return .init(
      evidence: "Integration \(first.shownID) sends \(look.wanted.definition.event) to "
        + "\(clouds.bindings.blynkHost ?? "Blynk").",
      warning: lacking.map { "\(Cause.integrationWrongField.code): \(clouds.scrubber.scrub($0))" })
  }
}
