/// One of the five parts of a round trip, in order.
package enum Leg: String, Sendable, CaseIterable, Comparable, Codable {
  /// The switch is set in Blynk.
  case write
  /// Blynk's webhook calls the function on the device.
  case call
  /// The device publishes its event.
  case publish
  /// Particle's integration sends it to Blynk.
  case forward
  /// Blynk shows the value.
  case read

  package static func < (left: Leg, right: Leg) -> Bool { left.index < right.index }

  private var index: Int { Leg.allCases.firstIndex(of: self) ?? 0 }
}
