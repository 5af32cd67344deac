import Core

/// One leg of a report.
package struct LegReport: Sendable, Equatable, Codable {
  /// Which of the five it is.
  package var name: Leg
  /// What became of it; the evidence tells why.
  package var status: LegStatus
  /// Milliseconds from the moment the write was sent until this leg was seen; nil when it was not.
  /// Call and publish are seen by the same event, so their times are equal.
  package var ms: Double?
  /// What was seen, scrubbed.
  package var evidence: Phrase

  /// A leg as it was seen; without a time it was not.
  package init(name: Leg, status: LegStatus, ms: Double? = nil, evidence: Phrase = "") {
    self.name = name
    self.status = status
    self.ms = ms
    self.evidence = evidence
  }
}
