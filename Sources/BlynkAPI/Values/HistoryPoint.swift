/// A value and when it was (blynk:import-points).
package struct HistoryPoint: Sendable, Equatable, Encodable {
  /// Milliseconds since 1970, UTC.
  package var milliseconds: Int64
  /// What the stream was then; a location is a pair of its own.
  package var value: BlynkValue

  /// A value at that many milliseconds since 1970, UTC.
  package init(_ milliseconds: Int64, _ value: BlynkValue) {
    self.milliseconds = milliseconds
    self.value = value
  }

  /// `[1626863400000,3.3]`; a location is a pair of its own, longitude first.
  package func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(milliseconds)
    try list.encode(value)
  }
}
