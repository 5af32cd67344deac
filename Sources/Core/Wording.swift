/// Plurals, lists and near-misses, made once, so that no message ever says "value(s)".
package enum Wording {
  /// `1 step`, `3 steps`.
  package static func count(_ number: Int, _ one: String, _ many: String? = nil) -> Phrase {
    Phrase(.count(number, one: one, many: many ?? one + "s"))
  }

  /// `a`, `a or b`, `a, b or c`.
  package static func list(_ items: [Phrase], _ word: String = "or") -> Phrase {
    items.count == 1 ? items[0] : Phrase(.list(items, word: word))
  }

  /// The same of names and other texts that are not translated.
  @_disfavoredOverload
  package static func list(_ items: [String], _ word: String = "or") -> Phrase {
    list(items.map { Phrase(verbatim: $0) }, word)
  }

  /// The items of a list, joined in a language's way.
  package static func enumeration(_ items: [String], _ word: String) -> String {
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

  /// How many slips of the finger part two words: a letter too many, too few, another, or two
  /// neighbours swapped (optimal string alignment, a restricted Damerau-Levenshtein distance).
  package static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var row = [index + 1]
      for (column, other) in right.enumerated() {
        var best = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1)
        best = min(best, row[column] + 1)
        let isSwap =
          index > 0 && column > 0 && letter == right[column - 1] && left[index - 1] == other
        if isSwap { best = min(best, beforeLast[column - 1] + 1) }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
