import Core
import TestSupport
import Testing

@testable import RoundTrip

@Suite("Many trips together")
struct TripSeriesTests {
  /// A trip that passed, with the moments at which its legs were seen.
  static func passed(_ moments: [Double?] = [1, 5, 5, 7, 9]) -> TripReport {
    let legs = zip(Leg.allCases, moments).map { LegReport(name: $0, status: .pass, ms: $1) }
    return TripReport(
      setup: "home", started: "2026-11-27T10:00:00.000Z", verdict: .pass, sent: 1, returned: 1,
      totalMs: moments.last ?? nil, legs: legs)
  }

  static func failed(_ leg: Leg) -> TripReport {
    var trip = passed()
    trip.verdict = .fail
    trip.totalMs = nil
    trip.failedLeg = leg
    trip.legs = trip.legs.map { old in
      if old.name < leg { return old }
      return LegReport(name: old.name, status: old.name == leg ? .fail : .skipped)
    }
    return trip
  }

  static func unasked(interrupted: Bool = false) -> TripReport {
    var trip = failed(.write)
    trip.verdict = .inconclusive
    trip.failedLeg = nil
    trip.legs[0].status = .unknown
    trip.interrupted = interrupted
    return trip
  }

  private func series(_ trips: TripReport..., limits: TripLimits = TripLimits()) -> TripSeries {
    TripSeries(setup: "home", limits: limits, trips: trips)
  }

  @Test("a part takes from the sighting before it to its own; two legs share theirs")
  func spans() {
    let trip = Self.passed([1.1, 5.2, 5.2, 7.4, 9.5])
    #expect(TripSpan.allCases.map { trip.milliseconds(of: $0) } == [1.1, 4.1, 2.2, 2.1, 9.5])
    #expect(TripSpan.callAndPublish.legs == [.call, .publish])
    #expect(Leg.allCases.map { TripSpan($0).legs.contains($0) } == [true, true, true, true, true])
  }

  @Test("half a trip has the times of its legs, and no total")
  func halves() {
    var up = Self.passed([nil, nil, 5, 7, 9])
    for leg in 0..<2 { up.legs[leg].status = .skipped }
    #expect(TripSpan.allCases.map { up.milliseconds(of: $0) } == [nil, 5, 2, 2, nil])
    var down = Self.passed([1, 5, 5, nil, nil])
    for leg in 3..<5 { down.legs[leg].status = .skipped }
    #expect(TripSpan.allCases.map { down.milliseconds(of: $0) } == [1, 4, nil, nil, nil])
    #expect(series(up, down).latency(of: .total).judged == 0)
  }

  @Test("what was not seen, or came in another order, has no time")
  func unseen() {
    #expect(Self.passed([1, 5, 5, nil, 9]).milliseconds(of: .forward) == nil)
    #expect(Self.passed([1, 5, 5, nil, 9]).milliseconds(of: .read) == nil)
    #expect(Self.passed([1, 5, 5, 4, 9]).milliseconds(of: .forward) == nil)
    #expect(Self.passed([1, 5, 5, 4, 9]).milliseconds(of: .total) == 9)
    #expect(Self.failed(.publish).milliseconds(of: .callAndPublish) == nil)
    #expect(Self.unasked().milliseconds(of: .write) == nil)
  }

  @Test("one lost value fails them all; one that says nothing leaves them open")
  func verdicts() {
    #expect(series(Self.passed(), Self.passed()).verdict == .pass)
    #expect(series(Self.passed(), Self.passed()).outcome == nil)
    #expect(series(Self.passed(), Self.failed(.read), Self.unasked()).outcome == .finding)
    #expect(series(Self.passed(), Self.unasked()).verdict == .inconclusive)
    #expect(series(Self.passed(), Self.unasked()).outcome == .couldNotAsk)
    #expect(series(Self.failed(.read), Self.unasked(interrupted: true)).outcome == .interrupted)
    #expect(series().verdict == .inconclusive)
  }

  @Test("what takes longer than it may is a finding and a warning, and the trip still passed")
  func limits() {
    let limits = TripLimits(
      total: .milliseconds(8), legs: [.publish: .milliseconds(3), .read: .milliseconds(2)])
    let slow = series(Self.passed(), Self.passed([1, 2, 2, 3, 4]), limits: limits)
    #expect(slow.verdict == .pass)
    #expect(slow.outcome == .finding)
    #expect(slow.excesses == 1)
    #expect(
      slow.trips[0].warnings == [
        "over-limit: Call and publish, seen by one event, took 4 ms; 3 ms are allowed.",
        "over-limit: The trip took 9 ms; 8 ms are allowed.",
      ])
    #expect(slow.trips[1].warnings.isEmpty)
  }

  @Test("each part's loss is of the trips in which it was judged")
  func loss() {
    let all = series(Self.passed(), Self.failed(.forward), Self.failed(.call), Self.unasked())
    let losses = TripSpan.allCases.map { all.latency(of: $0) }
    #expect(losses.map(\.lost) == [0, 1, 1, 0, 2])
    #expect(losses.map(\.judged) == [3, 3, 2, 1, 3])
    #expect(losses.map(\.count) == [3, 2, 1, 1, 1])
    #expect(losses[2].loss == 0.5)
    #expect(series().latency(of: .total).loss == 0)
  }

  @Test("percentiles are those of the sorted times, to a thousandth")
  func percentiles() throws {
    var chance = Seeded(seed: 11)
    for _ in 0..<200 {
      let times = (0..<(1 + chance.below(300))).map { _ in Double(chance.below(90_000)) / 10 }
      let summary = LatencySummary(times.shuffled(using: &chance), judged: 0, lost: 0)
      let sorted = times.sorted()
      for (share, value) in [(0.5, summary.median), (0.95, summary.p95), (0.99, summary.p99)] {
        let rank = max(1, Int((share * Double(sorted.count)).rounded(.up)))
        let exact = sorted[rank - 1]
        let found = try #require(value)
        #expect(abs(found - exact) <= exact / 1_000 + 0.001, "\(share) of \(sorted)")
      }
      #expect(summary.min == sorted.first)
      #expect(summary.max == sorted.last)
    }
    #expect(LatencySummary([], judged: 0, lost: 0).median == nil)
    #expect(LatencySummary([0], judged: 1, lost: 0).p99 == 0)
  }

  @Test("a report that was written down is read again")
  func kept() {
    var trip = Self.failed(.forward)
    trip.cause = .integrationError
    trip.candidates = [.echoMissing]
    trip.warnings = ["slow: \"quoted\""]
    trip.cost = TripCost(blynkMessages: 1, particleOperations: 2, requests: 3)
    #expect(TripReport(json: trip.json) == trip)
    #expect(TripReport(json: "{}") == nil)
  }
}
