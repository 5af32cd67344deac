import Ground
import Journey

/// What an undo takes back, in a few words.
struct TakenBack {
  private let before: WalkState
  private let setup: OpenSetup

  init(_ before: WalkState, in setup: OpenSetup) {
    self.before = before
    self.setup = setup
  }

  var words: String {
    if let question = changed {
      let name = setup.walk.guide.question(question)?.noun ?? question
      return before.answers[question] == nil
        ? "the answer to \(name)" : "the change of \(name)"
    }
    guard let step = before.step.flatMap(setup.walk.named) else { return "the last decision" }
    return before.step != setup.state.step && before.standings == setup.state.standings
      ? "the way from \"\(step.title)\"" : "what was decided at \"\(step.title)\""
  }

  /// The first question, by name, whose answer is another one now.
  private var changed: String? {
    let state = setup.state
    return Set(before.given.keys).union(state.given.keys).sorted()
      .first { before.given[$0] != state.given[$0] }
  }
}
