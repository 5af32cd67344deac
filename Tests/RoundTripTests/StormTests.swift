import PracticeClouds
import TestSupport
import Testing

@testable import RoundTrip

/// Trips in rough weather, where nothing is broken.
@Suite("A storm of clean trips")
struct StormTests {
  static let speed = 20
  static let atOnce = 12
  static let tripsInRow = 5

  /// Legs that are held up by up to two seconds each, anew for each trip, hooks' events that
  /// overtake others, and clouds whose time of day is not ours.
  @Test("a thousand clean trips, slow and out of order: none is blamed")
  func clean() async throws {
    let count = Storm.count(of: 1_000, sample: 60)
    let rows = Array(0..<max(1, count / StormTests.tripsInRow))
    let reports = try await Crowd.each(rows, atOnce: StormTests.atOnce) {
      try await StormTests.row($0)
    }
    .flatMap { $0 }
    for report in reports {
      #expect(report.verdict == .pass, "\(report)")
      #expect(report.warnings.allSatisfy { $0.english.hasPrefix("slow:") }, "\(report)")
    }
    print(StormTests.words(reports))
  }

  private static func row(_ number: Int) async throws -> [TripReport] {
    var chance = Seeded(seed: Storm.seed &+ UInt64(number))
    let skew = Duration.seconds(Int.random(in: -86_400...86_400, using: &chance))
    let life = QuickClock(speed: speed)
    var bench = try await PracticeBench.open(life: life, skew: skew) {
      $0.blynk.webhookCallsPerMinute = 1_000
    }
    if Bool.random(using: &chance) {
      bench.transport = bench.transport.restless(life, seed: chance.next(), by: .seconds(2))
    }
    let clouds = bench.clouds
    defer { Task { await clouds.stop() } }
    bench.clouds.faults.set(.eventReordered, on: Bool.random(using: &chance))
    bench.clouds.faults.set(.eventDuplicate, on: Bool.random(using: &chance))
    var reports: [TripReport] = []
    for _ in 0..<tripsInRow {
      for leg in PracticeLeg.allCases {
        let latency = Duration.milliseconds(Int.random(in: 0...2_000, using: &chance))
        bench.clouds.faults.setLatency(leg, to: latency)
      }
      reports.append(await bench.trip(Timeouts()).run())
    }
    return reports
  }

  private static func words(_ reports: [TripReport]) -> String {
    let times = reports.compactMap(\.totalMs).sorted()
    let slow = reports.filter { !$0.warnings.isEmpty }.count
    return "\(reports.count) trips, \(reports.filter { $0.verdict == .pass }.count) passed, "
      + "\(slow) told as slow; median \(Int(times.isEmpty ? 0 : times[times.count / 2])) ms"
  }
}
