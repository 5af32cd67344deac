import Core

/// What Tab offers at a place in a line.
package struct Completion: Sendable, Equatable {
  /// A word that may stand there.
  package struct Candidate: Sendable, Equatable {
    /// What the line holds once it is taken.
    package var text: String
    /// A few words on what it means, shown beside it.
    package var note: Phrase?
    /// Whether more follows at once, as after a folder's `/`; else a space is added.
    package var continues: Bool

    /// A candidate; without `continues` it ends its word.
    package init(_ text: String, note: Phrase? = nil, continues: Bool = false) {
      self.text = text
      self.note = note
      self.continues = continues
    }
  }

  /// Where the word that the candidates replace begins, in characters from the line's start.
  package var start: Int
  /// What fits what is typed, in the order in which it is shown; empty for nothing to offer.
  package var candidates: [Candidate]

  /// An offer as it stands: what does not fit what is typed is not sorted out here.
  package init(start: Int, candidates: [Candidate]) {
    self.start = start
    self.candidates = candidates
  }

  /// Nothing is offered.
  package static let none = Completion(start: 0, candidates: [])

  /// Those of the candidates that begin with what is typed, upper or lower case alike.
  ///
  /// - Parameter start: where what is typed begins, in characters; nil is the last word.
  package init(
    of line: String, at cursor: Int, from start: Int? = nil, among candidates: [Candidate]
  ) {
    let before = Array(line.prefix(cursor))
    let lastWord = (before.lastIndex(of: " ") ?? -1) + 1
    let begin = min(start ?? lastWord, before.count)
    let typed = String(before[begin...]).lowercased()
    self.init(
      start: begin, candidates: candidates.filter { $0.text.lowercased().hasPrefix(typed) })
  }
}
