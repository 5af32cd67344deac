/// What a cloud has been asked in the last minutes, and what is kept for those who are under way:
/// pure.
struct SlidingWindow: Equatable {
  /// Calls in any five minutes; 0 is no limit.
  let limit: Int
  /// Made, by the second in which they were; oldest first, never more than the window has seconds.
  private var made: [(second: Int, calls: Int)] = []
  private(set) var kept = 0

  /// Over which time Particle counts (particle:rate-limits).
  static let seconds = 300

  init(limit: Int) { self.limit = limit }

  /// A call was made in this second.
  mutating func note(at second: Int) {
    forget(at: second)
    if made.last?.second == second {
      made[made.count - 1].calls += 1
    } else {
      made.append((second, 1))
    }
  }

  /// Keeps room for so many calls.
  /// - Returns: false when there is none now.
  mutating func keep(_ calls: Int, at second: Int) -> Bool {
    forget(at: second)
    guard limit == 0 || count + kept + calls <= limit else { return false }
    kept += calls
    return true
  }

  /// Whoever had room kept is through; what was made of it stays counted.
  mutating func release(_ calls: Int) { kept -= calls }

  /// How many were made in the last five minutes.
  var count: Int { made.reduce(0) { $0 + $1.calls } }

  /// A second is counted until its last call is five minutes old.
  private mutating func forget(at second: Int) {
    while let first = made.first, first.second < second - SlidingWindow.seconds {
      made.removeFirst()
    }
  }

  static func == (left: SlidingWindow, right: SlidingWindow) -> Bool {
    left.limit == right.limit && left.kept == right.kept
      && left.made.map(\.second) == right.made.map(\.second)
      && left.made.map(\.calls) == right.made.map(\.calls)
  }
}
