import Core

/// Why a setup was not looked at, when others were.
package struct FleetObstacle: Sendable, Equatable {
  /// For programs, such as `setup-held`.
  package let code: String
  /// What is the matter, in a sentence without its stop.
  package let words: Phrase
  /// The next move.
  package let fix: Phrase

  /// Nothing of it was proven yet.
  package static let unfinished = FleetObstacle(
    code: unfinishedCode, words: "Nothing is proven yet", fix: "`footbridge setup` goes on.")
  private static let unfinishedCode = "setup-unfinished"

  private init(code: String, words: Phrase, fix: Phrase) {
    (self.code, self.words, self.fix) = (code, words, fix)
  }

  /// What an error says of it; one that says nothing of itself is `unknown`.
  package init(_ error: any Error) {
    guard let problem = (error as? any Explained)?.problem else {
      (code, words, fix) = (
        "unknown", Phrase(verbatim: "\(type(of: error))"), "Try this setup by itself."
      )
      return
    }
    let isUnfinished = problem.code == "answer-missing"
    code = isUnfinished ? FleetObstacle.unfinishedCode : problem.code
    let seen = problem.evidence.joined(separator: " · ")
    let title: Phrase = isUnfinished ? "It is not set up to its end" : problem.title
    words = seen.isEmpty ? title : "\(title) (\(seen))"
    fix = problem.next
  }
}
