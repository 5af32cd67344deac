/// What is going to be changed for a while, and what it was: enough to put it back, by whoever
/// comes next. It is written down before the first change.
package struct RestoreNote: Sendable, Equatable, Codable {
  /// A datastream that is written to.
  package struct Value: Sendable, Equatable, Codable {
    /// The pin, such as `V14`.
    package var pin: Pin
    /// What it is put back to.
    package var was: BlynkValue
    /// What it may have been set to: only one of these is ours to put back.
    package var wrote: [BlynkValue]

    /// A pin, what it was, and what it is set to.
    package init(_ pin: Pin, was: BlynkValue, wrote: [BlynkValue]) {
      self.pin = pin
      self.was = was
      self.wrote = wrote
    }
  }

  /// The device's function, which is called, by us or by Blynk's webhook.
  package struct Call: Sendable, Equatable, Codable {
    /// Its name, such as `blynk_led`.
    package var function: String
    /// What the device is set back to.
    package var was: Int64
    /// What it may have been called with.
    package var called: [Int64]
    /// Whether we called it ourselves, so that the switch need not follow.
    package var isOurs: Bool
    /// The switch that the device follows: where it shows something else by now, somebody turned
    /// it. Nil where the device was moved without it.
    package var follows: Pin?

    /// A function, what it stood at, and what it is called with.
    package init(_ function: String, was: Int64, called: [Int64], isOurs: Bool) {
      self.function = function
      self.was = was
      self.called = called
      self.isOurs = isOurs
    }
  }

  /// The datastreams that are written to.
  package var values: [Value] = []
  /// The device, when it is moved.
  package var call: Call?
  /// It was put back, but a write that was given up may still arrive.
  package var isRestored = false

  /// Nothing is changed yet.
  package init() {}

  /// Whether nothing is left to put back.
  package var isEmpty: Bool { values.isEmpty && call == nil }
}
