import Core

/// The page for a damaged file: which one, where it is now, and how to go on without it.
struct DamageReport {
  private let file: String
  private let reason: Phrase
  private let aside: String?

  init(_ file: String, _ reason: Phrase, aside: String?) {
    (self.file, self.reason, self.aside) = (file, reason, aside)
  }

  private var isSecrets: Bool { file.hasSuffix(SecretsFile.fileName) }

  var problem: Problem {
    Problem(
      code: isSecrets ? "secrets-damaged" : "state-damaged",
      title: isSecrets ? "The secrets file is damaged" : "The logbook is damaged",
      attempt: isSecrets
        ? "I opened the tokens that were kept for your setups:"
        : "I opened what was kept of your setups:",
      evidence: [Phrase(verbatim: file), reason],
      causes: aside.map { "I have moved it out of the way, as it is, to `\($0)`." }
        ?? "I have left it as it is.",
      next: (aside == nil ? "Move it out of the way. " : "") + goingOn, outcome: .badData)
  }

  private var goingOn: Phrase {
    isSecrets
      ? "Start again: `footbridge` asks for the tokens once more and keeps all other answers. "
        + "Delete the damaged file then, as tokens may still be read in it."
      : "If you have a backup, put it in the old place. Else start again: a new logbook is begun, "
        + "and what is right in the clouds is adopted, never made twice."
  }
}
