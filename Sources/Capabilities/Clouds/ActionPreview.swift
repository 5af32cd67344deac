import Core

/// What an act would do, said before a yes or no is asked for.
package struct ActionPreview: Sendable, Equatable {
  /// Such as "I would make this integration at Particle:".
  package let intro: Phrase
  /// Field and value, or field, what is there and what should be.
  package let rows: [[Phrase]]
}
