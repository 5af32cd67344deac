import Core
import Walkthrough

/// What an act did.
package struct ActionResult: Sendable {
  /// For the person.
  package let result: Phrase
  /// What it made in a cloud and nothing else had made before, so that `forget` can take it away.
  package var made: MadeObject?
  /// What was learned by it: question name to answer.
  package var facts: [String: Answer]

  init(result: Phrase, made: MadeObject? = nil, facts: [String: Answer] = [:]) {
    self.result = Scrubber([]).scrubbedLine(result)
    self.made = made
    self.facts = facts
  }
}
