import Core
import RoundTrip

/// Trips that took longer than they may, as a problem.
package struct LimitsPage {
  let series: TripSeries

  /// Trips, with the limits that they are held against.
  package init(_ series: TripSeries) { self.series = series }

  /// So many are quoted.
  private static let quoted = 5

  /// Nil when all kept within the limits.
  package var problem: Problem? {
    guard series.excesses > 0 else { return nil }
    let sentences = series.trips.enumerated().flatMap { index, trip -> [Phrase] in
      series.limits.excesses(of: trip).map { excess in
        series.trips.count > 1 ? "\(index + 1): \(excess)" : excess
      }
    }
    let rest = sentences.count - LimitsPage.quoted
    let more: [Phrase] = rest > 0 ? ["and \(rest) more"] : []
    return Problem(
      code: TripLimits.code, title: "It came back, and took too long",
      attempt: series.trips.count > 1
        ? "\(series.excesses) of \(series.trips.count) trips took longer than they may:"
        : "I held the trip against the limits that were given:",
      evidence: sentences.prefix(LimitsPage.quoted) + more,
      next: "`footbridge history \(series.setup)` shows whether it was always so.",
      outcome: .finding)
  }
}
