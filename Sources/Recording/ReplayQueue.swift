import HTTP

/// Whose turn it is in a replay: what was asked and answered so far, and who waits for it.
struct ReplayQueue {
  private enum Stage { case waiting, asked, answered }

  /// When each exchange began and ended, in the recorded order.
  private let starts: [Instant]
  private let ends: [Instant]
  private var stages: [Stage]
  private var waiting:
    [Int: (isDue: (ReplayQueue) -> Bool, wake: CheckedContinuation<Void, Never>)] = [:]
  private var count = 0

  init(_ exchanges: [RecordedExchange]) {
    starts = exchanges.map(\.started)
    ends = exchanges.map(\.ended)
    stages = exchanges.map { _ in .waiting }
  }

  mutating func ask(_ place: Int) {
    if stages[place] == .waiting { stages[place] = .asked }
    wakeThoseDue()
  }

  mutating func answer(_ place: Int) {
    stages[place] = .answered
    wakeThoseDue()
  }

  /// Whether all that began between a stream and that moment was asked, and what was answered by
  /// then is answered.
  func isDue(at moment: Instant, after stream: Int) -> Bool {
    for place in starts.indices.dropFirst(stream + 1) {
      if starts[place] >= moment { break }
      if stages[place] == .waiting { return false }
      if ends[place] <= moment, stages[place] != .answered { return false }
    }
    return true
  }

  /// - Returns: a number to give up by.
  mutating func wait(
    at moment: Instant, after stream: Int, _ wake: CheckedContinuation<Void, Never>
  ) -> Int {
    count += 1
    waiting[count] = ({ $0.isDue(at: moment, after: stream) }, wake)
    return count
  }

  mutating func giveUp(_ number: Int) { waiting.removeValue(forKey: number)?.wake.resume() }

  private mutating func wakeThoseDue() {
    for (number, waiter) in waiting where waiter.isDue(self) {
      waiting[number] = nil
      waiter.wake.resume()
    }
  }
}
