import Guide

/// A secret that is not in its file any more, with what was proven by it: all of it holds again
/// once the file is back.
package struct LostAnswer: Sendable, Equatable {
  /// Which of the secrets given for the question it was.
  package var answer: GivenAnswer
  /// What was proven with it and is open without it.
  package var standings: [StepName: StepStatus]
}
