import Core
import Walkthrough

/// What parts two states of a walk, in a few words: what an undo takes back, or a redo puts in
/// place again.
struct UndoSummary {
  private let before: WalkState
  private let after: WalkState
  private let setup: OpenSetup

  init(from before: WalkState, to after: WalkState, in setup: OpenSetup) {
    self.before = before
    self.after = after
    self.setup = setup
  }

  var words: Phrase {
    if let question = changed {
      let name = setup.walk.guide.question(question)?.noun ?? question
      return before.answers[question] == nil
        ? "the answer to \(name)" : "the change of \(name)"
    }
    guard let step = before.step.flatMap(setup.walk.named) else { return "the last decision" }
    return before.step != after.step && before.standings == after.standings
      ? "the way from \"\(step.title)\"" : "what was decided at \"\(step.title)\""
  }

  /// The first question, by name, whose answer is another one now.
  private var changed: String? {
    Set(before.given.keys).union(after.given.keys).sorted()
      .first { before.given[$0] != after.given[$0] }
  }
}
