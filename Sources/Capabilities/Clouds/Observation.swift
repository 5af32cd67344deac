import Core

/// What a check saw, and what it learned by the way.
package struct Observation: Sendable {
  /// What holds, in a sentence.
  package let evidence: String
  /// Question name to answer, such as the device's name.
  package var facts: [String: Answer]
  /// What holds and should be known all the same; it begins with a cause's code.
  package var warning: String?

  /// On one line, without what looks like a token: a cloud had a hand in it.
  package init(evidence: String, facts: [String: Answer] = [:], warning: String? = nil) {
    self.evidence = Scrubber([]).scrubbedLine(evidence)
    self.facts = facts
    self.warning = warning.map(Scrubber([]).scrubbedLine)
  }
}
