@testable import Reports
@testable import RoundTrip

/// Reports to be shown in every format: one of each verdict, and runs of them.
enum Samples {
  static func passed(_ index: Int = 0) -> TripReport {
    var report = TripReport(
      setup: "demo", started: "2026-07-21T10:0\(index % 10):00.000Z", verdict: .pass, sent: 1,
      returned: 1, totalMs: 1_840 + Double(index * 37 % 900),
      legs: [
        LegReport(name: .write, status: .pass, ms: 210.4, evidence: "Blynk took V16 = 1"),
        LegReport(name: .call, status: .pass, ms: 905, evidence: "the device moved to 1"),
        LegReport(
          name: .publish, status: .pass, ms: 905, evidence: "blynk_https_get with v17 = 1"),
        LegReport(
          name: .forward, status: .pass, ms: 1_402.7, evidence: "hook-sent/blynk_https_get"),
        LegReport(
          name: .read, status: .pass, ms: 1_840 + Double(index * 37 % 900),
          evidence: "V17 = 1, V14 = 3"),
      ])
    report.cost = TripCost(blynkMessages: 9, particleOperations: 6, requests: 6)
    return report
  }

  static let failed: TripReport = {
    var report = passed(3)
    report.verdict = .fail
    report.returned = 0
    report.totalMs = nil
    report.legs[3] = LegReport(
      name: .forward, status: .fail,
      evidence: #"hook-error/blynk_https_get · 400 {"error":{"message":"Invalid token."}}"#)
    report.legs[4] = LegReport(name: .read, status: .skipped)
    report.failedLeg = .forward
    report.cause = .payloadWrongToken
    report.candidates = [.integrationError]
    report.section = Cause.payloadWrongToken.section?.rawValue
    report.fix = Cause.payloadWrongToken.fix
    report.warnings = ["loop-v16: The integration has a row for V16 | V17."]
    return report
  }()

  static let inconclusive: TripReport = {
    var report = TripReport(
      setup: "demo", started: "2026-07-21T10:09:00.000Z", verdict: .inconclusive,
      legs: [LegReport(name: .write, status: .unknown, evidence: "ny3.blynk.cloud · 503")]
        + Leg.allCases.dropFirst().map { LegReport(name: $0, status: .skipped) })
    report.cause = .cloudError
    report.fix = Cause.cloudError.fix
    report.cost = TripCost(blynkMessages: 0, particleOperations: 0, requests: 2)
    return report
  }()

  /// From the device to the cloud alone.
  static let half: TripReport = {
    var report = passed()
    for index in 0..<2 {
      report.legs[index] = LegReport(
        name: report.legs[index].name, status: .skipped, evidence: LegReport.unasked)
    }
    return report
  }()

  static func chronicle(
    _ trips: [TripReport], limits: TripLimits = TripLimits(), past: Int = 0
  ) -> ReportInput {
    let history = (0..<past).map { index -> PastTrip in
      let day = 1 + index / 24
      let started =
        "2026-07-\(day < 10 ? "0" : "")\(day)T\(index % 24 < 10 ? "0" : "")\(index % 24)"
      return PastTrip(
        started: "\(started):00:00Z", verdict: index % 17 == 11 ? .fail : .pass,
        totalMs: index % 17 == 11 ? nil : 1_700 + Double(index * index * 31 % 1_100))
    }
    return ReportInput(TripSeries(setup: "demo", limits: limits, trips: trips), history: history)
  }

  /// Every kind of run, by name.
  static let all: [(name: String, chronicle: ReportInput)] = [
    ("passed", chronicle([passed()], past: 1)),
    ("failed", chronicle([failed], past: 60)),
    ("inconclusive", chronicle([inconclusive])),
    ("none", chronicle([])),
    ("half", chronicle([half])),
    (
      "many",
      chronicle(
        (0..<20).map(passed) + [failed, inconclusive],
        limits: TripLimits(total: .milliseconds(2_600)), past: 200)
    ),
  ]
}
