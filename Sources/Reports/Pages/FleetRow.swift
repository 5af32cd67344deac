import Core
import RoundTrip

/// What is kept of a trip of many: its line in the table.
package struct FleetRow: Sendable, Equatable {
  let setup: String
  let started: String
  let verdict: Verdict
  let leg: String
  let cause: String
  let totalMs: Double?
  /// Whether it passed and took longer than it may.
  let isOverLimit: Bool

  /// The line of a report.
  package init(_ report: TripReport) {
    setup = report.setup
    started = report.started
    verdict = report.verdict
    leg = report.failedLeg?.rawValue ?? ""
    isOverLimit = report.isOverLimit
    totalMs = report.totalMs
    // A trip that was not made has its reason as a warning.
    let reason = report.verdict == .inconclusive ? report.warningCode : nil
    cause = report.cause?.code ?? (report.isOverLimit ? TripLimits.code : reason ?? "")
  }

  var isFinding: Bool { verdict == .fail || isOverLimit }
}
