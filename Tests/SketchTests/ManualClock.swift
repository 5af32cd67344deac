import Synchronization

/// A clock that stands still until a test moves it. Sleepers are counted and never woken by time
/// alone: a test wakes them.
final class ManualClock: Clock, Sendable {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private let offset = Mutex(Duration.zero)
  private let sleeps = AsyncStream.makeStream(of: CheckedContinuation<Void, Never>.self)

  var now: Instant { Instant(offset: offset.withLock { $0 }) }
  var minimumResolution: Duration { .nanoseconds(1) }

  func advance(by duration: Duration) { offset.withLock { $0 += duration } }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    await withCheckedContinuation { _ = sleeps.continuation.yield($0) }
  }

  /// Waits until somebody sleeps, and wakes them.
  func wakeNextSleeper() async {
    for await sleeper in sleeps.stream {
      sleeper.resume()
      return
    }
  }
}
