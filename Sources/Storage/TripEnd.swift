/// How a round trip ended, as it is kept.
package struct TripEnd: Sendable, Equatable {
  /// `pass`, `fail` or `inconclusive`.
  package var verdict: String
  /// How many calls of Blynk's webhook it caused.
  package var webhookCalls: Int
  /// From the write to the reading that proves it; nil when there was no proof.
  package var totalMilliseconds: Double?
  /// The JSON object of `test --json`.
  package var report: String

  /// An end as it is handed to `endTrip`.
  package init(
    verdict: String, webhookCalls: Int, totalMilliseconds: Double?, report: String
  ) {
    self.verdict = verdict
    self.webhookCalls = webhookCalls
    self.totalMilliseconds = totalMilliseconds
    self.report = report
  }
}
