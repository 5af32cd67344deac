/// What one press of Tab does to the line: pure, so that the keyboard is not needed to prove it.
struct CompletionMove: Equatable {
  /// How many Unicode scalars before the cursor go.
  var delete = 0
  var insert = ""
  /// The candidates to choose from, to be shown as they are.
  var choices: [Completion.Candidate] = []
  /// Nothing fits.
  var beeps = false

  init(line: String, cursor: Int, completion: Completion) {
    let before = line.prefix(cursor)
    let typed = String(before.dropFirst(max(0, completion.start)))
    let candidates = completion.candidates
    guard let first = candidates.first else {
      beeps = true
      return
    }
    if candidates.count == 1 {
      delete = typed.unicodeScalars.count
      insert = first.text + (first.continues ? "" : " ")
      return
    }
    let common = candidates.dropFirst().reduce(first.text) { $0.commonStart(with: $1.text) }
    if common.count > typed.count {
      delete = typed.unicodeScalars.count
      insert = common
    } else {
      choices = candidates
    }
  }
}

extension String {
  fileprivate func commonStart(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
