import Core

extension LogbookError: Explained {
  /// A page for each case; where nothing is lost or changed, it says so.
  package var problem: Problem {
    switch self {
    case .noSpace(let file): Self.noSpaceProblem(file)
    case .notWritable(let file, let reason): Self.notWritableProblem(file, reason)
    case .damaged(let file, let reason, let aside): DamageReport(file, reason, aside: aside).problem
    case .foreign(let file, let owner, let user): Self.foreignProblem(file, owner, user)
    case .linked(let file, let target): Self.linkedProblem(file, target)
    case .closed(let file, let mode): Self.closedProblem(file, mode)
    case .tooNew(let file, let what): Self.tooNewProblem(file, what)
    case .held(let setup, let process): Self.heldProblem(setup, process)
    }
  }

  private static func noSpaceProblem(_ file: String) -> Problem {
    Problem(
      code: "no-space", title: "No space left for the state directory",
      attempt: "I wanted to write down what just happened, before going on:",
      evidence: [Phrase(verbatim: file)],
      causes: "The disk is full. Nothing that was written before is lost.",
      next: "Free some space, or choose another place with `--home DIR`. Then start again.",
      outcome: .couldNotAsk)
  }

  private static func notWritableProblem(_ file: String, _ reason: Phrase) -> Problem {
    Problem(
      code: "home-not-writable", title: "I cannot write to the state directory",
      attempt: "I keep every step there, so that a setup can be resumed:",
      evidence: [Phrase(verbatim: file), reason],
      causes: "Nothing that was written before is lost.",
      next: "Make it writable for you, or choose another place with `--home DIR` or "
        + "`FOOTBRIDGE_HOME`. Then start again.", outcome: .couldNotAsk)
  }

  private static func foreignProblem(_ file: String, _ owner: UInt32, _ user: UInt32) -> Problem {
    Problem(
      code: "state-foreign", title: "This file belongs to somebody else",
      attempt: "I opened what was kept of your setups, and left it as it is:",
      evidence: [Phrase(verbatim: file), "owner \(owner), and you are user \(user)"],
      causes: "Footbridge was run by another user, perhaps with `sudo`.",
      next: "Run it as that user, make the file yours (`chown`), or choose another place with "
        + "`--home DIR`.", outcome: .badData)
  }

  private static func linkedProblem(_ file: String, _ target: String?) -> Problem {
    Problem(
      code: "state-linked", title: "This file has another name",
      attempt: "I opened what was kept of your setups, and left it as it is:",
      evidence: [
        Phrase(verbatim: file), target.map { "a link to \($0)" } ?? "one of several hard links",
      ],
      causes: "I write my files anew, and what stands under the other name would stay behind, "
        + "with its tokens.",
      next: target == nil
        ? "Take the other names away, or put a copy in its place: `cp FILE COPY && mv COPY FILE`."
        : "Move the file itself to its place: `mv TARGET FILE`. The state directory may be a link, "
          + "its files may not.",
      outcome: .badData)
  }

  private static func closedProblem(_ file: String, _ mode: Int) -> Problem {
    Problem(
      code: "state-closed", title: "This file is closed to its owner",
      attempt: "I opened what was kept of your setups, and left it as it is:",
      evidence: [Phrase(verbatim: file), "mode \(String(mode, radix: 8))"],
      next: "Open it for yourself: `chmod 600 \(file)`", outcome: .badData)
  }

  private static func tooNewProblem(_ file: String, _ what: Phrase) -> Problem {
    Problem(
      code: "state-too-new", title: "A newer Footbridge wrote this",
      attempt: "I read what was kept of your setups, and found something I do not know:",
      evidence: [Phrase(verbatim: file), what],
      causes: "I have changed nothing.",
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
