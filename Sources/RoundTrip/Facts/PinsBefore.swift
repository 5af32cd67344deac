import BlynkAPI

/// What was learnt before the write: the pins as they were found, and who knows the token.
struct PinsBefore: Sendable {
  /// The stream and the pins were asked for.
  var isBegun = false
  var pins: QueryResult<Reading> = .notAsked
  /// Pins that Blynk says it has no datastream for.
  private(set) var missing: [String] = []
  /// The region that knows the token, when this one does not.
  var region: QueryResult<String?> = .notAsked
  /// What the function returned that brought the device to the switch's value.
  var aligning: QueryResult<Int32> = .notAsked

  /// The pins as they were found.
  var known: Reading? { pins.value }

  /// Blynk has no datastream for this pin.
  mutating func miss(_ pin: Pin) { missing.append("\(pin)") }

  /// Whether Blynk has no datastream for this pin.
  func lacks(_ pin: Pin) -> Bool { missing.contains("\(pin)") }
}
