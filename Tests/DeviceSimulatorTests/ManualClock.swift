import Synchronization

/// A clock that stands still until a test moves it. Sleepers are counted and never woken by time
/// alone: a test wakes them, or their task is cancelled.
final class ManualClock: Clock, Sendable {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private let offset = Mutex(Duration.zero)
  private let sleepers = AsyncStream.makeStream(of: Sleeper.self)

  var now: Instant { Instant(offset: offset.withLock { $0 }) }
  var minimumResolution: Duration { .nanoseconds(1) }

  func advance(by duration: Duration) { offset.withLock { $0 += duration } }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let sleeper = Sleeper()
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        sleeper.lieDown(continuation)
        sleepers.continuation.yield(sleeper)
      }
    } onCancel: {
      _ = sleeper.rise(.failure(CancellationError()))
    }
  }

  /// Waits until somebody sleeps, and wakes them.
  func wakeNextSleeper() async {
    for await sleeper in sleepers.stream where sleeper.rise(.success(())) { return }
  }
}

/// One sleep: it ends once, whoever ends it.
private final class Sleeper: Sendable {
  private enum State {
    case awake
    case asleep(CheckedContinuation<Void, any Error>)
    case risen(Result<Void, any Error>)
  }

  private let state = Mutex(State.awake)

  func lieDown(_ continuation: CheckedContinuation<Void, any Error>) {
    let ended: Result<Void, any Error>? = state.withLock { state in
      if case .risen(let result) = state { return result }
      state = .asleep(continuation)
      return nil
    }
    if let ended { continuation.resume(with: ended) }
  }

  /// - Returns: whether this ended the sleep.
  func rise(_ result: Result<Void, any Error>) -> Bool {
    let (sleeping, isFirst) = state.withLock { state in
      switch state {
      case .awake:
        state = .risen(result)
        return (nil as CheckedContinuation<Void, any Error>?, true)
      case .asleep(let continuation):
        state = .risen(result)
        return (continuation, true)
      case .risen: return (nil, false)
      }
    }
    sleeping?.resume(with: result)
    return isFirst
  }
}
