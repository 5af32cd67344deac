/// Something that stands in a person's way, as a value: what happened and what to do next.
///
/// The words are here; layout and colour are the terminal's, JSON is the command line's.
package struct Problem: Sendable, Equatable {
  /// How the run ends if this problem ends it: the exit codes of the command line.
  package enum Outcome: Int32, Sendable {
    /// A leg or a check failed.
    case finding = 1
    /// The question could not be asked: network, cloud, rate limit.
    case couldNotAsk = 2
    case usage = 64
    /// State, guide or recording is damaged.
    case badData = 65
    /// Another process holds the setup.
    case busy = 75
    case interrupted = 130
  }

  /// A stable name for programs, such as `blynk-bad-token`.
  package var code: String
  /// A few words, shown in capitals: "Blynk does not know this token".
  package var title: Phrase
  /// What I was doing, and why.
  package var attempt: Phrase
  /// What came back, verbatim; one line each. Already scrubbed of known secrets; what looks like
  /// one goes here.
  package var evidence: [Phrase]
  /// The likely causes, likeliest first, in prose.
  package var causes: Phrase
  /// The next move, in prose.
  package var next: Phrase
  /// How the run ends if nobody mends it.
  package var outcome: Outcome

  /// A problem of these parts; what is left out is empty.
  package init(
    code: String, title: Phrase, attempt: Phrase = "", evidence: [Phrase] = [],
    causes: Phrase = "", next: Phrase, outcome: Outcome
  ) {
    self.code = code
    self.title = TokenShapes.veiled(title)
    self.attempt = TokenShapes.veiled(attempt)
    self.evidence = evidence.map { TokenShapes.veiled($0) }
    self.causes = TokenShapes.veiled(causes)
    self.next = next
    self.outcome = outcome
  }
}

extension Problem {
  /// The evidence for who does not see the page: what was done comes first, where it says more than
  /// that somebody was asked, as whose answer did not come and how long it was waited for.
  package var told: [Phrase] {
    attempt.english.hasSuffix(".") ? [attempt] + evidence : evidence
  }
}

/// An error that has words: the facts are its cases, the words stand beside them.
package protocol Explained: Error {
  /// The same facts in words, with the exit code and the next move.
  var problem: Problem { get }
}

extension Problem: Explained {
  /// Itself: it has its words already.
  package var problem: Problem { self }
}
