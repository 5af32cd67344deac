/// A trip as the history has it.
package struct PastTrip: Sendable, Equatable {
  /// ISO 8601 in UTC.
  package var started: String
  /// Nil when it was cut off and never ended.
  package var verdict: Verdict?
  package var totalMs: Double?

  package init(started: String, verdict: Verdict?, totalMs: Double?) {
    self.started = started
    self.verdict = verdict
    self.totalMs = totalMs
  }
}
