import Core

/// How a step stands. A step without one is open.
package enum StepStatus: Sendable, Equatable, Codable {
  /// A check saw it.
  case proven(evidence: Phrase)
  /// An answer was given that nothing can check by itself.
  case given
  /// Footbridge did it, and nothing can check it.
  case done(result: Phrase)
  /// The person said so; nothing can see it.
  case said
  case skipped(why: Phrase)
  /// It held once and no longer does.
  case drifted(code: String)

  /// Why an optional question has no answer.
  package static let leftOutWhy: Phrase = "left out; it is optional"

  /// Whether the walk may go past it.
  package var isSettled: Bool { if case .drifted = self { false } else { true } }
}
