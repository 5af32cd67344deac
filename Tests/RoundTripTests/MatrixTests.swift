import PracticeClouds
import TestSupport
import Testing

@testable import RoundTrip

/// Every fault of the practice clouds, with life's own patience on a clock that runs faster: what
/// the report names, next to what the registry of faults says that a trip can name.
@Suite("The matrix of faults")
struct MatrixTests {
  enum Position: String, CaseIterable {
    /// The fault is on before the first trip.
    case fresh
    /// It is pulled after one trip and taken back before the third.
    case count
  }

  /// What a trip reported while a fault was on.
  struct Row: Sendable {
    var entry: FaultEntry
    var position: Position
    var report: TripReport
    /// As it would take in life.
    var ms: Double
    /// Whether the trips before and after passed.
    var othersPassed = true

    var name: String { "\(entry.name), \(position.rawValue)" }

    /// Exactly the fault's leg and cause; where no cloud could tell, a coarser one with the fault's
    /// among the first four candidates; for one that breaks nothing, a pass that tells of it.
    var isNamed: Bool {
      guard othersPassed else { return false }
      if entry.cause == "none" { return report.verdict == .pass && report.warnings.isEmpty }
      if report.verdict == .pass {
        let told = report.warnings.map { String($0.english.prefix { $0 != ":" }) }
        return entry.leg == nil && told == [entry.cause]
      }
      guard report.cause?.code == entry.cause,
        report.failedLeg?.rawValue == entry.leg?.rawValue,
        report.verdict == (entry.leg == nil ? .inconclusive : .fail)
      else { return false }
      guard let own = Cause(rawValue: entry.name), own != report.cause, entry.leg != nil
      else { return true }
      return report.candidates.prefix(4).contains(own)
    }
  }

  /// Life's seconds in one of the test's.
  static let speed = 10
  static let atOnce = 6

  static var cases: [(FaultEntry, Position)] {
    Fault.registry.flatMap { entry in Position.allCases.map { (entry, $0) } }
  }

  @Test("each fault is named with its leg, in a fresh run and in the middle of a count")
  func matrix() async throws {
    let rows = try await Crowd.each(MatrixTests.cases, atOnce: MatrixTests.atOnce) {
      try await MatrixTests.row($0.0, $0.1)
    }
    print(MatrixTable(rows: rows).text)
    for row in rows { #expect(row.isNamed, "\(row.name): \(row.report)") }
    #expect(rows.count == 2 * Fault.allCases.count)
  }

  private static func row(_ entry: FaultEntry, _ position: Position) async throws -> Row {
    let life = QuickClock(speed: speed)
    let bench = try await PracticeBench.open(life: life)
    defer { Task { await bench.clouds.stop() } }
    func passes() async -> Bool {
      await bench.clouds.settle()
      return await bench.trip(Timeouts()).run().verdict == .pass
    }
    var othersPassed = true
    if position == .count { othersPassed = await passes() }
    try await bench.clouds.pull(entry.fault, on: true)
    let start = life.now
    let report = await bench.trip(Timeouts()).run()
    let took = start.duration(to: life.now)
    #expect(!report.json.contains(bench.start.authToken))
    #expect(!report.json.contains(bench.start.accessToken))
    try await bench.clouds.pull(entry.fault, on: false)
    if position == .count { othersPassed = await passes() && othersPassed }
    return Row(
      entry: entry, position: position, report: report, ms: took / .milliseconds(1),
      othersPassed: othersPassed)
  }
}
