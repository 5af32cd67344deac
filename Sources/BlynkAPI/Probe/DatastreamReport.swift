/// What the probing of all datastreams found.
package struct DatastreamReport: Sendable, Equatable {
  /// One for each pin that was probed.
  package var findings: [Pin: DatastreamFinding] = [:]
  /// Pins that were written and could not be put back: they had no value before, or Blynk refused.
  package var unrestored: [Pin] = []
  /// How many messages of the month's quota it cost.
  package var messages = 0

  /// Whether each pin is as it should be; a report without pins proves nothing.
  package var allRight: Bool { !findings.isEmpty && findings.values.allSatisfy { $0 == .right } }
}
