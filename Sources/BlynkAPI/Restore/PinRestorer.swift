/// Puts datastreams back to what they were, where they still hold what we wrote.
package struct PinRestorer: Sendable {
  /// What became of each of them.
  package struct Outcome: Sendable, Equatable {
    /// Written back now.
    package var restored: [RestoreNote.Value] = []
    /// Blynk refuses the old value: its datastream is gone, or of another kind now.
    package var refused: [RestoreNote.Value] = []

    /// Nothing became of any.
    package init() {}
  }

  private let cloud: BlynkCloud

  /// - Parameter cloud: the device that was written to.
  package init(_ cloud: BlynkCloud) { self.cloud = cloud }

  /// Looks first: what holds something else by now was moved by somebody, and is left. Throws when
  /// Blynk cannot be asked; then all of them are still to be put back.
  package func restore(_ values: [RestoreNote.Value]) async throws -> Outcome {
    var outcome = Outcome()
    guard !values.isEmpty else { return outcome }
    let shown = try await cloud.all()
    for value in values where PinRestorer.isOurs(shown[value.pin], value) {
      do {
        try await UncancellableWrite.run { [cloud] in try await cloud.update(value.pin, value.was) }
        outcome.restored.append(value)
      } catch BlynkError.wrongType, BlynkError.datastreamMissing {
        outcome.refused.append(value)
      }
    }
    return outcome
  }

  /// Whether a pin holds what we wrote, and not what it was.
  private static func isOurs(_ shown: BlynkValue?, _ value: RestoreNote.Value) -> Bool {
    guard let shown, !shown.isSame(as: value.was) else { return false }
    return value.wrote.contains { shown.isSame(as: $0) }
  }
}

extension BlynkValue {
  /// Whether both are the same to Blynk, which may store a number with fewer digits.
  package func isSame(as other: BlynkValue) -> Bool {
    guard let mine = number, let others = other.number else { return text == other.text }
    return abs(mine - others) < 0.001
  }
}
