/// A part of the round trip in which the practice clouds can be made slow.
package enum PracticeLeg: String, Sendable, CaseIterable, Codable {
  /// Blynk takes a value.
  case write
  /// Blynk's webhook calls the Particle function.
  case call
  /// The device publishes its event.
  case publish
  /// Particle's integration calls Blynk.
  case forward
  /// Blynk tells a value.
  case read
}
