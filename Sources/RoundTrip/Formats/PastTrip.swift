/// A trip as the history has it.
package struct PastTrip: Sendable, Equatable {
  /// ISO 8601 in UTC.
  package var started: String
  /// Nil when it was cut off and never ended.
  package var verdict: Verdict?
  /// From the write to the reading that proves it, in milliseconds; nil when there was no proof.
  package var totalMs: Double?

  /// A trip as the logbook's row has it.
  package init(started: String, verdict: Verdict?, totalMs: Double?) {
    self.started = started
    self.verdict = verdict
    self.totalMs = totalMs
  }
}
