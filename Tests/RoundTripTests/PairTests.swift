import PracticeClouds
import TestSupport
import Testing

@testable import RoundTrip

/// Two faults at once, of different legs: the first broken leg in order is named, and the second
/// one after the first is mended.
@Suite("Pairs of faults")
struct PairTests {
  struct Pair: Sendable, CustomStringConvertible {
    var first: FaultEntry
    var second: FaultEntry

    var description: String { "\(first.name) before \(second.name)" }

    /// Blynk that stores nothing refuses nothing either, and devices that nobody hears cannot be
    /// told apart: the second fault hides the first.
    var isHidden: Bool {
      switch (first.fault, second.fault) {
      case (.blynkDatastreamType, .echoMissing), (.blynkDatastreamType, .echoStale): true
      // Whether a value can be taken shows when it gets there.
      case (.payloadWrongValue, _): second.leg == .forward
      default: false
      }
    }
  }

  static let speed = 20
  static let atOnce = 12

  static let pairs: [Pair] = {
    let legs = PracticeLeg.allCases
    func place(_ entry: FaultEntry) -> Int? { entry.leg.flatMap(legs.firstIndex) }
    let all = Fault.registry.flatMap { first in
      Fault.registry.compactMap { second -> Pair? in
        guard let one = place(first), let other = place(second), one < other else { return nil }
        return Pair(first: first, second: second)
      }
    }
    return all.filter { !$0.isHidden }
  }()

  @Test("of two broken legs the first is named, then the second, then none")
  func pairs() async throws {
    var chance = Seeded(seed: Storm.seed)
    let drawn = PairTests.pairs.shuffled(using: &chance)
      .prefix(Storm.count(of: PairTests.pairs.count, sample: 60))
    let reports = try await Crowd.each(Array(drawn), atOnce: PairTests.atOnce) { pair in
      let reports = try await PairTests.mend(pair)
      return (pair, reports)
    }
    for (pair, (both, second, none)) in reports {
      #expect(PairTests.names(both, pair.first), "\(pair), both: \(both)")
      #expect(PairTests.names(second, pair.second), "\(pair), the second: \(second)")
      #expect(none.verdict == .pass, "\(pair), none: \(none)")
    }
    #expect(reports.count >= 60)
  }

  /// What is reported with both faults, with the second alone, and with none.
  private static func mend(
    _ pair: Pair
  ) async throws -> (both: TripReport, second: TripReport, none: TripReport) {
    let bench = try await PracticeBench.open(life: QuickClock(speed: speed))
    defer { Task { await bench.clouds.stop() } }
    let faults = [pair.first.fault, pair.second.fault]
    for fault in faults { try await bench.clouds.pull(fault, on: true) }
    var reports: [TripReport] = []
    for fault in faults {
      reports.append(await bench.trip(Timeouts()).run())
      try await bench.clouds.pull(fault, on: false)
      await bench.clouds.settle()
    }
    let none = await bench.trip(Timeouts()).run()
    return (reports[0], reports[1], none)
  }

  /// The fault's leg, and its cause or the one that stands for it.
  private static func names(_ report: TripReport, _ entry: FaultEntry) -> Bool {
    guard report.verdict == .fail, report.failedLeg?.rawValue == entry.leg?.rawValue else {
      return false
    }
    return report.cause?.code == entry.cause || report.candidates.contains { $0.code == entry.name }
  }
}
