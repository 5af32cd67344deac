import BlynkAPI
import Core
import HTTP
import ParticleAPI
import PracticeClouds

@testable import RoundTrip

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Both practice clouds with everything set up, and trips through them over real HTTP.
struct PracticeBench: Sendable {
  let clouds: PracticeEnvironment
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
    let clouds = try await PracticeEnvironment.start(settings, transport: transport)
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
  static var timeouts: Timeouts {
    var timeouts = Timeouts()
    timeouts.firstEvent = .milliseconds(600)
    timeouts.event = .milliseconds(1500)
    timeouts.directEvent = .milliseconds(1500)
    timeouts.firstHook = .milliseconds(600)
    timeouts.turn = .milliseconds(600)
    timeouts.hook = .milliseconds(1500)
    timeouts.readPauses = [.zero, .milliseconds(50), .milliseconds(100), .milliseconds(200)]
    timeouts.settle = .milliseconds(1500)
    timeouts.rightName = .milliseconds(600)
    timeouts.quota = .seconds(3)
    timeouts.reports = [.milliseconds(500)]
    timeouts.handPauses = [.milliseconds(300), .milliseconds(300)]
    return timeouts
  }

  /// Puts Footbridge's own sketch, with this AuthToken, on a device, and waits until it runs.
  func flash(_ device: String) async throws {
    let house = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    var text = try String(
      contentsOf: house.appending(path: "Sources/CDeviceOS/sketch/footbridge.ino"), encoding: .utf8)
    for (name, value) in [
      ("template_id", start.templateID), ("template_name", "Other"),
      ("auth_token", start.authToken),
    ] {
      text = text.replacing("{{{blynk.\(name)}}}", with: value)
    }
    let file = SourceFile(name: "footbridge.ino", content: MaskedText(text))
    for try await part in particle.events(of: device, prefix: "spark/status") {
      if part == .opened { _ = try await particle.flash(device, files: [file]) }
      if case .event(let event) = part, event.data == "online" { break }
    }
    await clouds.settle()
  }

  /// A person turns the switch.
  func flip(_ value: Int) async throws {
    _ = try await transport.send(
      Request(
        .post, MaskedText(start.admin + "/flip"), body: .json(MaskedText("{\"value\":\(value)}"))))
  }

  func trip(
    _ timeouts: Timeouts = PracticeBench.timeouts, kind: TripKind = .whole
  ) -> Trip {
    let plan = TripPlan(
      setup: "practice", deviceID: start.deviceID,
      integrationURL: start.blynk + "/external/api/batch/update", kind: kind, timeouts: timeouts)
    return Trip(
      plan: plan, particle: particle, blynk: blynk, clock: clock,
      now: { Date(timeIntervalSince1970: 0) }, scrubber: Scrubber([accessToken, authToken]))
  }
}
