import Core
import Guide

/// An answer that a bare Enter takes, and how it is shown: a secret by where it comes from.
package struct Suggestion: Sendable, Equatable {
  /// What is suggested; a token as often as not, so it is not told apart.
  package let given: Secret
  /// How the prompt names it.
  let shown: Phrase

  init(text: String, shown: Phrase) {
    given = Secret(text, name: "suggestion")
    self.shown = shown
  }

  /// Suggestions from the environment's variables.
  static func from(environment: [String: String], _ questions: [Question]) -> [String: Suggestion] {
    var found: [String: Suggestion] = [:]
    for question in questions {
      guard let variable = question.variable, let value = environment[variable], !value.isEmpty
      else { continue }
      let shown: Phrase =
        question.shape.isSecret ? "the one in \(variable)" : Phrase(verbatim: value)
      found[question.name] = Suggestion(text: value, shown: shown)
    }
    return found
  }
}
