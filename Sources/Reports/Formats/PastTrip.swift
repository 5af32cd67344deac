import RoundTrip

/// A trip as the history has it.
package struct PastTrip: Sendable, Equatable {
  /// ISO 8601 in UTC.
  package var started: String
  /// Nil when it was cut off and never ended.
  package var verdict: Verdict?
  /// From the write to the reading that proves it, in milliseconds; nil when there was no proof.
  package var totalMs: Double?
  /// The value made the whole way: half a trip may pass, and is no proof.
  package var isProof: Bool

  /// A trip as the logbook's row has it.
  ///
  /// - Parameter report: nil where the row has none, as those of old; its verdict counts then.
  package init(started: String, verdict: Verdict?, totalMs: Double?, report: TripReport? = nil) {
    self.started = started
    self.verdict = verdict
    self.totalMs = totalMs
    isProof = verdict == .pass && report?.isProof ?? true
  }
}
