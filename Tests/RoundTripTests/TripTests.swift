import BlynkAPI
import Core
import ParticleAPI
import PracticeClouds
import Synchronization
import Testing

@testable import RoundTrip

@Suite("Trips through the practice clouds, over HTTP")
struct TripTests {
  @Test("a clean trip passes all five legs with six requests, and puts the switch back")
  func clean() async throws {
    let bench = try await PracticeBench.open()
    // However busy the machine is, nothing is asked for impatience.
    var timeouts = PracticeBench.timeouts
    (timeouts.firstEvent, timeouts.firstHook) = (.seconds(600), .seconds(600))
    let told = Mutex<[TripProgress]>([])
    let report = await bench.trip(timeouts).run { progress in told.withLock { $0.append(progress) }
    }
    #expect(report.verdict == .pass)
    #expect(report.legs.map(\.status) == Array(repeating: .pass, count: 5), "\(report)")
    #expect(report.warnings.isEmpty)
    #expect(report.sent == 1 && report.returned == 1)
    #expect(report.cost == TripCost(blynkMessages: 6, particleOperations: 6, requests: 6))
    #expect(try await bench.blynk.value(Pin(16))?.integer == 0)
    #expect(try await bench.blynk.value(Pin(17))?.integer == 0)
    #expect(told.withLock { $0.last } == .restored)
    await bench.clouds.stop()
  }

  @Test("a clean trip on a slow way waits rather than asks: at most eight requests")
  func slow() async throws {
    let bench = try await PracticeBench.open()
    for leg in PracticeLeg.allCases { bench.clouds.faults.setLatency(leg, to: .milliseconds(400)) }
    var timeouts = PracticeBench.timeouts
    (timeouts.firstEvent, timeouts.firstHook) = (.milliseconds(200), .milliseconds(200))
    (timeouts.event, timeouts.hook) = (.seconds(600), .seconds(600))
    timeouts.slow = .seconds(600)
    let report = await bench.trip(timeouts).run()
    #expect(report.verdict == .pass && report.warnings.isEmpty, "\(report)")
    #expect((7...8).contains(report.cost.requests), "\(report)")
    await bench.clouds.stop()
  }

  @Test("trips in a row go to and fro, none mistaking the last one's echo for its own")
  func row() async throws {
    let bench = try await PracticeBench.open()
    for _ in 0..<3 {
      let report = await bench.trip().run()
      #expect(report.verdict == .pass, "\(report)")
      #expect(report.warnings.isEmpty)
    }
    await bench.clouds.stop()
  }

  @Test("another device that moves instead of ours is named, though it has our AuthToken")
  func clone() async throws {
    let bench = try await PracticeBench.open(["webhook-wrong-device"]) {
      $0.particle.deviceCount = 2
    }
    let devices = try await bench.particle.devices().map(\.id)
    let other = try #require(devices.first { $0 != bench.start.deviceID })
    try await bench.flash(other)
    let report = await bench.trip().run()
    #expect(report.cause == .webhookWrongDevice, "\(report)")
    #expect(report.failedLeg == .call && report.legs[1].evidence.english.contains(other))
    await bench.clouds.stop()
  }

  /// A fault that fails nothing, and the warning that tells of it; none for what a trip takes as it
  /// comes.
  static let warned: [(String, Cause?)] = [
    ("loop-v16", .loopV16), ("integration-duplicate", .integrationDuplicate),
    ("event-duplicate", nil), ("event-reordered", nil),
  ]

  @Test("what does not break the trip is warned of at most", arguments: warned)
  func harmless(fault: String, warning: Cause?) async throws {
    let bench = try await PracticeBench.open([fault])
    // Nothing is missing, so no wait is as long as its limit.
    let report = await bench.trip(Timeouts()).run()
    #expect(report.verdict == .pass, "\(report)")
    #expect(
      report.warnings.map { $0.english.prefix { $0 != ":" } } == warning.map { [$0.code[...]] }
        ?? [],
      "\(report)")
    #expect(try await bench.blynk.value(Pin(16))?.integer == 0)
    await bench.clouds.stop()
  }

  @Test("a stream that falls silent is given up; what Blynk shows proves the trip without it")
  func silentStream() async throws {
    let bench = try await PracticeBench.open(["half-open-stream"])
    var timeouts = Timeouts()
    // Nothing comes over this stream, so that the sign of life is not waited for in vain for long.
    timeouts.silence = .milliseconds(500)
    let report = await bench.trip(timeouts).run()
    #expect(report.verdict == .pass, "\(report)")
    #expect(report.warnings.map { $0.english.prefix { $0 != ":" } } == ["timeout"])
    #expect(try await bench.blynk.value(Pin(16))?.integer == 0)
    await bench.clouds.stop()
  }

  @Test("a silent stream, and nothing new in Blynk: who could tell where it is lost?")
  func silentStreamAndLoss() async throws {
    let bench = try await PracticeBench.open(["half-open-stream", "integration-missing"])
    var timeouts = PracticeBench.timeouts
    timeouts.silence = .milliseconds(500)
    let report = await bench.trip(timeouts).run()
    #expect(report.verdict == .inconclusive, "\(report)")
    #expect(report.cause == .timeout)
    await bench.clouds.stop()
  }

  /// A change to the integration, and what the report must say of it.
  struct Change: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var cause: Cause?
    var warning: Cause?
    var make: @Sendable (inout IntegrationDefinition) -> Void
  }

  static let changes = [
    Change(testDescription: "another event", cause: .integrationWrongEvent) {
      $0.event = "blynk_http_get"
    },
    Change(testDescription: "another address", cause: .integrationWrongURL) { $0.url += "/x" },
    Change(testDescription: "a row swapped", cause: .integrationWrongField) {
      $0.query["V17"] = "{{{v71}}}"
    },
    Change(testDescription: "no token", cause: .integrationWrongField) { $0.query["token"] = nil },
    Change(testDescription: "default fields", cause: .integrationDefaultFields) {
      $0.noDefaults = false
    },
    Change(testDescription: "the guide's V16 row", cause: .integrationWrongField) {
      $0.query["V16"] = "{{v16}}"
    },
    // Our sketch publishes real changes only: the second lap dies, and only the calls tell of it.
    Change(testDescription: "an echoing V16 row", cause: nil, warning: .loopV16) {
      $0.query["V16"] = "{{v17}}"
    },
    Change(testDescription: "double braces", cause: nil) { $0.query["V17"] = "{{v17}}" },
    Change(testDescription: "a shorter event", cause: nil) { $0.event = "blynk" },
  ]

  @Test("an integration that was changed is told by its difference", arguments: changes)
  func changed(change: Change) async throws {
    let bench = try await PracticeBench.open()
    let trip = bench.trip()
    var definition = trip.plan.integration
    change.make(&definition)
    let found = try #require(try await bench.particle.integrations().first)
    try await bench.particle.replaceIntegration(found.id, with: definition)
    let report = await trip.run()
    #expect(report.cause == change.cause, "\(report)")
    #expect(report.failedLeg == (change.cause == nil ? nil : .forward))
    #expect(
      report.warnings.map { $0.english.prefix { $0 != ":" } } == change.warning.map {
        [$0.code[...]]
      } ?? []
    )
    await bench.clouds.stop()
  }

  @Test("an address that swallows the event is found out too")
  func swallowed() async throws {
    let bench = try await PracticeBench.open()
    let trip = bench.trip()
    var definition = trip.plan.integration
    // Blynk takes the request and stores nothing.
    definition.url = bench.start.blynk + "/external/api/isHardwareConnected"
    let found = try #require(try await bench.particle.integrations().first)
    try await bench.particle.replaceIntegration(found.id, with: definition)
    let report = await trip.run()
    #expect(report.cause == .integrationWrongURL, "\(report)")
    await bench.clouds.stop()
  }

  @Test("the switch stands as found after a failure, and the next trip passes")
  func mended() async throws {
    let bench = try await PracticeBench.open(["integration-missing"])
    #expect(await bench.trip().run().verdict == .fail)
    bench.clouds.faults.reset()
    #expect(try await bench.blynk.value(Pin(16))?.integer == 0)
    let report = await bench.trip().run()
    #expect(report.verdict == .pass, "\(report)")
    await bench.clouds.stop()
  }

  @Test("clouds that are gone leave the trip inconclusive")
  func gone() async throws {
    let bench = try await PracticeBench.open()
    await bench.clouds.stop()
    let report = await bench.trip().run()
    #expect(report.verdict == .inconclusive)
    #expect(report.cause == .networkUnreachable)
    #expect(report.failedLeg == nil)
    #expect(report.warnings.isEmpty)
  }

  @Test("a trip called off after the write still puts the switch back")
  func cancelled() async throws {
    let bench = try await PracticeBench.open(["integration-missing"])
    var timeouts = PracticeBench.timeouts
    timeouts.hook = .seconds(600)
    timeouts.firstHook = .seconds(600)
    let (steps, feed) = AsyncStream.makeStream(of: TripProgress.self)
    let trip = bench.trip(timeouts)
    let running = Task { await trip.run { feed.yield($0) } }
    for await step in steps {
      if case .seen(.call, _) = step { break }
    }
    running.cancel()
    let report = await running.value
    #expect(report.interrupted)
    #expect(report.verdict == .inconclusive)
    #expect(try await bench.blynk.value(Pin(16))?.integer == 0)
    await bench.clouds.stop()
  }

  @Test("called off after the device was called directly, switch and device both stand as found")
  func cancelledAstray() async throws {
    let bench = try await PracticeBench.open(["webhook-not-firing"])
    var timeouts = PracticeBench.timeouts
    timeouts.event = .milliseconds(700)
    let (steps, feed) = AsyncStream.makeStream(of: TripProgress.self)
    let trip = bench.trip(timeouts)
    let running = Task {
      defer { feed.finish() }
      return await trip.run { feed.yield($0) }
    }
    // What comes after the direct call: by then the device has moved.
    for await step in steps where step == .restored { break }
    running.cancel()
    let report = await running.value
    #expect(report.interrupted)
    #expect(try await bench.blynk.value(Pin(16))?.integer == 0)
    #expect(
      try await bench.particle.variable("last_arg", of: bench.start.deviceID) == .text("0"))
    await bench.clouds.stop()
  }
}
