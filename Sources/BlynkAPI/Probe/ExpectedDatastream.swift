/// A datastream that the walk needs.
package struct ExpectedDatastream: Sendable, Equatable {
  /// The virtual pin it should be on.
  package var pin: Pin
  /// What it should take: the data type of the guide's table.
  package var kind: DatastreamKind
  /// What the sketch sends at most and at least; nil where there is no range, or it is not to be
  /// tried.
  package var range: ClosedRange<Double>?

  /// A stream that is wanted; without a range none is tried.
  package init(_ pin: Pin, _ kind: DatastreamKind, _ range: ClosedRange<Double>? = nil) {
    self.pin = pin
    self.kind = kind
    self.range = range
  }

  /// The five of the guide (blynk:guide-streams). The switch's range would move it, and the LED's
  /// would tell of what is not: both show in a round trip.
  package static let five = [
    ExpectedDatastream(Pin(6), .string),
    ExpectedDatastream(Pin(14), .integer, 0...2_147_483_647),
    ExpectedDatastream(Pin(15), .double, 0...3.3), ExpectedDatastream(Pin(16), .integer),
    ExpectedDatastream(Pin(17), .integer),
  ]
}
