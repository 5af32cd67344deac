import Core

/// What a check saw, and what it learned by the way.
package struct Observation: Sendable {
  /// What holds, in a sentence.
  package let evidence: Phrase
  /// Question name to answer, such as the device's name.
  package var facts: [String: Answer]
  /// What holds and should be known all the same; it begins with a cause's code.
  package var warning: Phrase?

  /// On one line, without what looks like a token: a cloud had a hand in it.
  package init(evidence: Phrase, facts: [String: Answer] = [:], warning: Phrase? = nil) {
    self.evidence = Scrubber([]).scrubbedLine(evidence)
    self.facts = facts
    self.warning = warning.map { Scrubber([]).scrubbedLine($0) }
  }
}
