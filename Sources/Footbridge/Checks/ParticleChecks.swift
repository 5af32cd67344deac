import Foundation
import Ground
import Particle

/// What can be seen of a setup in the Particle cloud.
enum ParticleChecks {
  static let all: [String: Works.Check] = [
    "particle.token-works": tokenWorks,
    "particle.device-online": deviceOnline,
    "particle.kind-known": kindKnown,
    "particle.function-listed": functionListed,
    "particle.function-answers": functionAnswers,
    "particle.integration-right": integrationRight,
  ]

  static let tokenWorks: Works.Check = { clouds in
    let info = try await clouds.particle().tokenInfo()
    guard let expiry = info.expiresAt else {
      return .init(evidence: "Particle knows this token. It does not expire.")
    }
    let day = clouds.scrubber.scrub(String(expiry.prefix(10)))
    return .init(
      evidence: "Particle knows this token. It expires on \(day); the Blynk switch stops then.")
  }

  static let deviceOnline: Works.Check = { clouds in
    let cloud = try clouds.particle()
    let device = try await cloud.device(clouds.deviceID())
    let name = clouds.scrubber.scrub(device.name ?? device.id)
    guard try await cloud.ping(device.id) else { throw DeviceProblem.offline(name).problem }
    let platform = DeviceKind.name(device.platformID)
    var facts: [String: Answer] = [
      "particle.device_name": .plain(name), "particle.platform": .plain(platform),
    ]
    facts["particle.kind"] = kind(of: device, clouds).map { .plain($0) }
    return .init(evidence: "\(name) (\(platform)) answers Particle.", facts: facts)
  }

  /// What the device is by Particle's number, and what its LED does. Before the device is named,
  /// what was said counts.
  static let kindKnown: Works.Check = { clouds in
    var word = clouds.bindings.plain("particle.kind")
    var name = "other"
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

  static let functionListed: Works.Check = { clouds in
    let device = try await clouds.particle().device(clouds.deviceID())
    let functions = (device.functions ?? []).map(clouds.scrubber.scrub)
    guard functions.contains(Bindings.functionName) else {
      throw DeviceProblem.noFunction(Bindings.functionName, listed: functions).problem
    }
    return .init(evidence: "The device offers \(Wording.list(functions, "and")).")
  }

  /// Turns the LED on and off again, so it ends as the sketch began: off.
  static let functionAnswers: Works.Check = { clouds in
    let calls = FunctionCalls(cloud: try clouds.particle(), device: try clouds.deviceID())
    try await calls.run()
    return .init(evidence: "\(Bindings.functionName) answered 1 to `on` and 0 to `off`.")
  }

  static let integrationRight: Works.Check = { clouds in
    let cloud = try clouds.particle()
    let wanted = try ParticleActs.definition(clouds)
    let same = try await ParticleActs.ofOurEvent(cloud, clouds)
    guard let first = same.first else { throw IntegrationProblem.missing(wanted.event).problem }
    guard same.count == 1 else { throw IntegrationProblem.several(same.map(\.id)).problem }
    let differences = wanted.differences(from: first)
    guard differences.isEmpty else {
      throw IntegrationProblem.differs(differences, clouds.scrubber).problem
    }
    return .init(
      evidence: "Integration \(first.id) sends \(wanted.event) to "
        + "\(clouds.bindings.blynkHost ?? wanted.url).")
  }
}
