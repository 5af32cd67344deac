import Foundation

/// A round trip as it was kept. One that was cut off has no report.
package struct TripRecord: Sendable, Equatable {
  /// The logbook's number of the trip, over all setups; `beginTrip` gives it.
  package let id: Int64
  /// The name of the setup that was tested.
  package let setup: String
  /// When it began, before its first write, by this machine's clock.
  package let started: Date
  /// `pass`, `fail` or `inconclusive`; nil while it runs, or when it never ended.
  package let verdict: String?
  /// From the write to the reading that proves it; nil when there was no proof.
  package let totalMilliseconds: Double?
  /// The JSON object of `test --json`.
  package let report: String?
}
