/// A datastream that the walk needs.
package struct ExpectedDatastream: Sendable, Equatable {
  package var pin: Pin
  package var kind: DatastreamKind

  package init(_ pin: Pin, _ kind: DatastreamKind) {
    self.pin = pin
    self.kind = kind
  }

  /// The five of the guide (blynk-cloud §9.1).
  package static let five = [
    ExpectedDatastream(Pin(6), .string), ExpectedDatastream(Pin(14), .integer),
    ExpectedDatastream(Pin(15), .double), ExpectedDatastream(Pin(16), .integer),
    ExpectedDatastream(Pin(17), .integer),
  ]
}
