import Core
import Guide
import Walkthrough

/// What one check of a setup found.
package struct CheckupFinding {
  /// The step whose check it was.
  package let step: Step
  /// How the step stood before; nil where it was never settled.
  package let standing: StepStatus?
  /// The evidence, or the page of what does not hold or could not be asked.
  package let result: Result<Phrase, Problem>
  /// Of what holds, and should be known all the same.
  package var warning: Phrase?
  /// When the access token ends, if that was learned.
  package var tokenEnds: Answer?

  /// What a check came to, and what was learned by the way.
  package init(
    step: Step, standing: StepStatus?, result: Result<Phrase, Problem>, warning: Phrase? = nil,
    tokenEnds: Answer? = nil
  ) {
    self.step = step
    self.standing = standing
    self.result = result
    self.warning = warning
    self.tokenEnds = tokenEnds
  }

  /// Whether the check was asked, and what it looks for is there.
  package var holds: Bool { problem == nil }

  /// The page of what does not hold, or of why nothing is known.
  package var problem: Problem? { if case .failure(let problem) = result { problem } else { nil } }
}
