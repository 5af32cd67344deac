import Ground

extension LogbookError: Explained {
  package var problem: Problem {
    switch self {
    case .noSpace(let file): Self.noSpaceProblem(file)
    case .notWritable(let file, let reason): Self.notWritableProblem(file, reason)
    case .damaged(let file, let reason): Self.damagedProblem(file, reason)
    case .tooNew(let file, let what): Self.tooNewProblem(file, what)
    case .held(let setup, let process): Self.heldProblem(setup, process)
    }
  }

  private static func noSpaceProblem(_ file: String) -> Problem {
    Problem(
      code: "no-space", title: "No space left for the state directory",
      attempt: "I wanted to write down what just happened, before going on:", evidence: [file],
      causes: "The disk is full. Nothing that was written before is lost.",
      next: "Free some space, or choose another place with `--home DIR`. Then start again.",
      outcome: .couldNotAsk)
  }

  private static func notWritableProblem(_ file: String, _ reason: String) -> Problem {
    Problem(
      code: "home-not-writable", title: "I cannot write to the state directory",
      attempt: "I keep every step there, so that a setup can be resumed:",
      evidence: [file, reason],
      next: "Make it writable for you, or choose another place with `--home DIR` or "
        + "`FOOTBRIDGE_HOME`.", outcome: .couldNotAsk)
  }

  private static func damagedProblem(_ file: String, _ reason: String) -> Problem {
    Problem(
      code: "state-damaged", title: "The logbook cannot be read",
      attempt: "I opened what was kept of your setups:", evidence: [file, reason],
      causes: "I have left the file as it is.",
      next: "Move it aside, or put a backup in its place; a new one is made at the next start.",
      outcome: .badData)
  }

  private static func tooNewProblem(_ file: String, _ what: String) -> Problem {
    Problem(
      code: "state-too-new", title: "A newer Footbridge wrote this",
      attempt: "I read the logbook, and it holds something I do not know:",
      evidence: [file, what],
      next: "Use the newer version, or another `--home DIR`.", outcome: .badData)
  }

  private static func heldProblem(_ setup: String, _ process: Int32?) -> Problem {
    Problem(
      code: "setup-held", title: "Another Footbridge holds this setup",
      attempt: "Two walks at once would write over each other, so one waits outside:",
      evidence: ["setup \(setup)" + (process.map { ", process \($0)" } ?? "")],
      next: "Leave the other one first (Ctrl-D there). `footbridge status` works meanwhile.",
      outcome: .busy)
  }
}
