/// Who waits for the facts to say something.
struct FactWaiters {
  private struct Waiter {
    var isDone: @Sendable (TripFacts) -> Bool
    var continuation: CheckedContinuation<Void, Never>
  }

  private var waiters: [Int: Waiter] = [:]
  private var count = 0

  /// The number of the next one.
  mutating func next() -> Int {
    count += 1
    return count
  }

  mutating func add(
    _ id: Int, _ continuation: CheckedContinuation<Void, Never>,
    until isDone: @escaping @Sendable (TripFacts) -> Bool
  ) {
    waiters[id] = Waiter(isDone: isDone, continuation: continuation)
  }

  /// Whoever waits for just these facts goes on.
  mutating func release(by facts: TripFacts) {
    for (id, waiter) in waiters where waiter.isDone(facts) { release(id) }
  }

  mutating func release(_ id: Int) {
    waiters.removeValue(forKey: id)?.continuation.resume()
  }
}
