import Core

/// The name of a setup: it becomes part of a file's name.
package struct SetupName {
  /// The name itself.
  package let text: String

  /// The name of a setup for which none was given.
  package static let usual = "home"

  /// Throws a page for a text that cannot be one.
  package init(_ text: String) throws {
    let fits = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    guard fits, !text.isEmpty, text.count <= 40, !text.hasPrefix(".") else {
      throw Problem(
        code: "setup-name", title: "A setup cannot have that name",
        attempt: "The name becomes part of a file's name:",
        evidence: [Phrase(verbatim: Scrubber([]).scrub(text))],
        next: "Take up to 40 letters from a to z, digits, `-`, `_` and `.`, such as `boron-1`.",
        outcome: .usage)
    }
    self.text = text
  }

  /// The page for a setup that is not there.
  ///
  /// - Parameters:
  ///   - name: nil where none was named.
  ///   - practice: the home of the practice setups, if it may be one of theirs.
  package static func unknown(
    _ name: String?, among setups: [String], practice: String? = nil
  ) -> Problem {
    let guess = name.flatMap { Wording.nearest($0, among: setups) }
    let evidence: [Phrase] = [name.map { "no setup \($0)" } ?? "no setup at all"]
    if let practice {
      return Problem(
        code: "setup-unknown",
        title: name == nil ? "There is no such setup" : "That is a practice setup",
        attempt: "I looked in the logbook:", evidence: evidence,
        causes: "`footbridge practice` keeps its own apart, in \(practice).",
        next: "`footbridge practice` goes on with it, and `test` and `doctor` are words there. "
          + "`status`, `history` and `forget --keep-integration` take `--home \(practice)`.",
        outcome: .usage)
    }
    return Problem(
      code: "setup-unknown", title: "There is no such setup",
      attempt: "I looked in the logbook:", evidence: evidence,
      causes: guess.map { "Did you mean \($0)?" }
        ?? (setups.isEmpty ? "" : "There is \(Wording.list(setups, "and"))."),
      next: "`footbridge` starts one; `footbridge practice` tries it without any cloud.",
      outcome: .usage)
  }
}
