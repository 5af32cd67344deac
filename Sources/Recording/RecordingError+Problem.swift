import Core

extension RecordingError: Explained {
  /// A page for each case; no secret is in it, only its name.
  package var problem: Problem {
    switch self {
    case .notReadable(let file, let reason): notReadable(file, reason)
    case .notWritable(let file, let reason): notWritable(file, reason)
    case .damaged(let file, let offset): damaged(file, offset)
    case .busy(let file): busy(file)
    case .holdsSecret(let file, let entry, let place, let name):
      holdsSecret(file, entry, place, name)
    }
  }

  private func notReadable(_ file: String, _ reason: Phrase) -> Problem {
    Problem(
      code: "recording-not-readable", title: "I cannot read that recording",
      attempt: "I opened it:", evidence: [Phrase(verbatim: file), reason],
      next: "Name a file that is there and yours to read.", outcome: .badData)
  }

  private func notWritable(_ file: String, _ reason: Phrase) -> Problem {
    Problem(
      code: "recording-not-writable", title: "I cannot write the recording",
      attempt: "I wanted to write down what went over the wire:",
      evidence: [Phrase(verbatim: file), reason],
      next: "Name a file in a folder that is there and yours, and where there is space.",
      outcome: .couldNotAsk)
  }

  private func damaged(_ file: String, _ offset: Int?) -> Problem {
    Problem(
      code: "recording-damaged", title: "This is no recording that I can read",
      attempt: "I read the file as an HTTP archive (HAR 1.2):",
      evidence: [
        Phrase(verbatim: file),
        offset.map { "it stops being JSON at byte \($0)" } ?? "it is JSON, but has no log.entries",
      ],
      causes: "It was cut off on its way, or it is another kind of file.",
      next: "Copy it once more from where it was made. I have left it as it is.",
      outcome: .badData)
  }

  private func busy(_ file: String) -> Problem {
    Problem(
      code: "recording-busy", title: "Another Footbridge records into that file",
      attempt: "I wanted to write down what went over the wire:",
      evidence: [Phrase(verbatim: file)],
      next: "Wait for it to end, or name another file.", outcome: .busy)
  }

  private func holdsSecret(_ file: String, _ entry: Int, _ place: Phrase, _ name: String)
    -> Problem
  {
    Problem(
      code: "recording-holds-secret", title: "The recording would hold a secret",
      attempt: "I looked at the next entry once more before writing it, and stopped there:",
      evidence: [Phrase(verbatim: file), "entry \(entry), \(place): \(name)"],
      causes: """
        A cloud wrote a secret in a way that I do not know. What stands in the file so far is \
        without it; the entry and all after it are not there.
        """,
      next: "Tell us the place; the file itself is fit to be passed on.", outcome: .couldNotAsk)
  }
}
