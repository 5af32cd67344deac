/// What was expected beside what came, line by line.
struct TranscriptComparison {
  enum Row: Equatable {
    /// The pattern, and the line that is as it says.
    case same(String, String)
    case gone(String)
    /// A pattern that may be without a line, and is.
    case spared(String)
    case new(String)
  }

  let rows: [Row]

  var isSame: Bool {
    rows.allSatisfy { row in
      switch row {
      case .same, .spared: true
      case .gone, .new: false
      }
    }
  }

  init(expected: [String], actual: [String]) {
    let patterns = expected.map { LinePattern($0) }
    let costs = TranscriptComparison.costs(patterns, actual)
    var rows: [Row] = []
    var (i, j) = (0, 0)
    while i < expected.count || j < actual.count {
      let isPair = i < expected.count && j < actual.count && patterns[i].matches(actual[j])
      if isPair, costs[i][j] == costs[i + 1][j + 1] {
        rows.append(.same(expected[i], actual[j]))
        (i, j) = (i + 1, j + 1)
      } else if i < expected.count, costs[i][j] == costs[i + 1][j] + patterns[i].cost {
        rows.append(patterns[i].isOptional ? .spared(expected[i]) : .gone(expected[i]))
        i += 1
      } else {
        rows.append(.new(actual[j]))
        j += 1
      }
    }
    self.rows = rows
  }

  /// How many lines differ at least, from each pair of places to the end.
  private static func costs(_ patterns: [LinePattern], _ actual: [String]) -> [[Int]] {
    let last = Array((0...actual.count).reversed())
    var costs = Array(repeating: last, count: patterns.count + 1)
    for i in patterns.indices.reversed() {
      costs[i][actual.count] = costs[i + 1][actual.count] + patterns[i].cost
      for j in actual.indices.reversed() {
        let apart = min(costs[i + 1][j] + patterns[i].cost, costs[i][j + 1] + 1)
        let together = patterns[i].matches(actual[j]) ? costs[i + 1][j + 1] : apart
        costs[i][j] = min(together, apart)
      }
    }
    return costs
  }

  /// For a person: `-` was expected, `+` came.
  var text: String {
    rows.map { row in
      switch row {
      case .same(let pattern, _), .spared(let pattern): "  \(pattern)"
      case .gone(let pattern): "- \(pattern)"
      case .new(let line): "+ \(line)"
      }
    }.joined(separator: "\n")
  }

  /// What to expect from now on: patterns that still fit stay.
  var recorded: [String] {
    rows.compactMap { row in
      switch row {
      case .same(let pattern, _), .spared(let pattern): pattern
      case .gone: nil
      case .new(let line): LinePattern.proposed(for: line)
      }
    }
  }
}

extension LinePattern {
  /// Of its line not being there.
  fileprivate var cost: Int { isOptional ? 0 : 1 }
}
