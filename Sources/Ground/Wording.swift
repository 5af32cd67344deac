/// Plurals, lists and near-misses, made once, so that no message ever says "value(s)".
package enum Wording {
  /// `1 step`, `3 steps`.
  package static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  /// `a`, `a or b`, `a, b or c`.
  package static func list(_ items: [String], _ word: String = "or") -> String {
    switch items.count {
    case 0: ""
    case 1: items[0]
    default: items.dropLast().joined(separator: ", ") + " \(word) " + items[items.count - 1]
    }
  }

  /// The candidate nearest to what was typed, if it is near: at most a third of it mistyped.
  package static func nearest(_ typed: String, among candidates: [String]) -> String? {
    let limit = max(1, (typed.count + 1) / 3)
    let ranked = candidates.map { ($0, distance(typed.lowercased(), $0.lowercased())) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= limit else { return nil }
    return best.0
  }

  /// How many single-character edits part two words (Levenshtein).
  package static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let substitution = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substitution, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
