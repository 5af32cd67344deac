import Blynk
import Ground
import Particle
import Practice
import Wire

@testable import RoundTrip

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Both practice clouds with everything set up, and trips through them over real HTTP.
struct PracticeBench: Sendable {
  let clouds: PracticeClouds
  /// The clients' own way out; the clouds have another.
  var transport: Transport
  var clock: any Clock<Duration> = ContinuousClock()
  /// What is left of a client's time limits when time runs faster.
  var haste = 1

  /// - Parameters:
  ///   - life: a faster clock for the trip, the clouds and the device; nil is the machine's own.
  ///   - skew: how far the clouds' time of day is ahead of this machine's.
  static func open(
    _ faults: [String] = [], seed: UInt64 = 7, life: QuickClock? = nil, skew: Duration = .zero,
    change: (inout PracticeSettings) -> Void = { _ in }
  ) async throws -> PracticeBench {
    let transport = Transport.live(userAgent: "footbridge-tests")
    var settings = PracticeSettings(seed: seed)
    settings.ready = true
    if let life {
      settings.time = life.practiceTime(skew: skew)
      settings.deviceClock = life
    }
    change(&settings)
    let clouds = try await PracticeClouds.start(settings, transport: transport)
    await clouds.settle()
    for fault in faults { try await clouds.pull(try Faults.fault(named: fault), on: true) }
    var bench = PracticeBench(clouds: clouds, transport: transport)
    if let life { (bench.clock, bench.haste) = (life, max(1, life.speed / 4)) }
    return bench
  }

  var start: PracticeStart { clouds.start }
  var accessToken: Secret { Secret(start.accessToken, name: "particle.access_token") }
  var authToken: Secret { Secret(start.authToken, name: "blynk.auth_token") }
  var particle: ParticleCloud {
    ParticleCloud(
      url: start.particle, token: accessToken, transport: transport, timeout: .seconds(30) / haste)
  }
  var blynk: BlynkCloud {
    BlynkCloud(
      url: start.blynk, token: authToken, transport: transport, timeout: .seconds(15) / haste)
  }

  /// Short waits, long enough for a busy machine.
  static var patience: Patience {
    var patience = Patience()
    patience.firstEvent = .milliseconds(600)
    patience.event = .milliseconds(1500)
    patience.directEvent = .milliseconds(1500)
    patience.firstHook = .milliseconds(600)
    patience.turn = .milliseconds(600)
    patience.hook = .milliseconds(1500)
    patience.readPauses = [.zero, .milliseconds(50), .milliseconds(100), .milliseconds(200)]
    patience.settle = .milliseconds(1500)
    patience.rightName = .milliseconds(600)
    patience.quota = .seconds(3)
    patience.reports = [.milliseconds(500)]
    patience.handPauses = [.milliseconds(300), .milliseconds(300)]
    return patience
  }

  /// Puts Footbridge's own sketch, with this AuthToken, on a device, and waits until it runs.
  func flash(_ device: String) async throws {
    let house = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    var text = try String(
      contentsOf: house.appending(path: "Sources/CSketch/sketch/footbridge.ino"), encoding: .utf8)
    for (name, value) in [
      ("template_id", start.templateID), ("template_name", "Other"),
      ("auth_token", start.authToken),
    ] {
      text = text.replacing("{{{blynk.\(name)}}}", with: value)
    }
    let file = SourceFile(name: "footbridge.ino", content: Veiled(text))
    for try await part in particle.events(of: device, prefix: "spark/status") {
      if part == .opened { _ = try await particle.flash(device, files: [file]) }
      if case .event(let event) = part, event.data == "online" { break }
    }
    await clouds.settle()
  }

  /// A person turns the switch.
  func flip(_ value: Int) async throws {
    _ = try await transport.send(
      Request(.post, Veiled(start.admin + "/flip"), body: .json(Veiled("{\"value\":\(value)}"))))
  }

  func trip(
    _ patience: Patience = PracticeBench.patience, kind: TripKind = .whole
  ) -> Trip {
    let plan = TripPlan(
      setup: "practice", deviceID: start.deviceID,
      integrationURL: start.blynk + "/external/api/batch/update", kind: kind, patience: patience)
    return Trip(
      plan: plan, particle: particle, blynk: blynk, clock: clock,
      now: { Date(timeIntervalSince1970: 0) }, scrubber: Scrubber([accessToken, authToken]))
  }
}
