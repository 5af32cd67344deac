import Core
import Foundation

/// Secrets that were given to a setup and are not in their file any more.
package struct MissingSecrets {
  private let setup: OpenSetup

  /// Nil when all of them are there.
  package init?(_ setup: OpenSetup) {
    guard !setup.missingSecrets.isEmpty else { return nil }
    self.setup = setup
  }

  /// `‹particle.access_token› and ‹blynk.auth_token›`, in the guide's order.
  private var names: Phrase {
    Wording.list(setup.missingSecrets.reversed().map { "‹\($0)›" }, "and")
  }

  private var isFileGone: Bool { !FileManager.default.fileExists(atPath: setup.secretsPath) }

  /// For a command that cannot go on without them.
  package var problem: Problem {
    var problem = page
    problem.next =
      "Put the file back, and all that was proven holds again; or "
      + "`footbridge setup \(setup.name)` asks for just these answers."
    return problem
  }

  /// For a walk, which asks for them.
  ///
  /// - Parameter isAsked: whether a person is there to be asked; else they are given.
  func askedFor(_ isAsked: Bool) -> Problem {
    var problem = page
    problem.next =
      isAsked
      ? "I ask for just these answers. If you have the file, leave now with `quit` and put it "
        + "back: then all that was proven holds again, and nothing is asked."
      : "I take just these answers anew. Put the file back before the next run, and all that was "
        + "proven holds without them."
    return problem
  }

  /// A line below what stands in the logbook.
  package var line: Phrase {
    "\(page.title): \(names) cannot be read from \(setup.secretsPath). "
      + "Put the file back, or give them again: `footbridge setup \(setup.name)`."
  }

  private var page: Problem {
    Problem(
      code: "secrets-missing",
      title: isFileGone ? "The secrets file is missing" : "The secrets file lacks a secret",
      attempt: "I looked for \(names), which setup \(setup.name) was given, in:",
      evidence: [Phrase(verbatim: setup.secretsPath)],
      causes: "The logbook has all the rest, and what was done in the clouds is there.",
      next: "", outcome: .couldNotAsk)
  }
}
