import Foundation

/// A round trip as it was kept. One that was cut off has no report.
package struct TripRecord: Sendable, Equatable {
  package let id: Int64
  package let setup: String
  package let started: Date
  /// `pass`, `fail` or `inconclusive`; nil while it runs, or when it never ended.
  package let verdict: String?
  package let totalMilliseconds: Double?
  /// The JSON object of `test --json`.
  package let report: String?
}
