import Synchronization

/// A clock that goes on only when a test moves its hand.
final class HandClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration = .zero
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private struct Sleeper {
    var id: Int
    var deadline: Instant
    var waker: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now = Instant()
    var ids = 0
    var cancelled: Set<Int> = []
    var sleepers: [Sleeper] = []
    var watchers: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  var now: Instant { state.withLock { $0.now } }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let id = state.withLock { state in
      state.ids += 1
      return state.ids
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (waker: CheckedContinuation<Void, any Error>) in
        let watchers = state.withLock { state -> [CheckedContinuation<Void, Never>] in
          if state.cancelled.contains(id) {
            waker.resume(throwing: CancellationError())
            return []
          }
          state.sleepers.append(Sleeper(id: id, deadline: deadline, waker: waker))
          defer { state.watchers = [] }
          return state.watchers
        }
        for watcher in watchers { watcher.resume() }
      }
    } onCancel: {
      cancel(id)
    }
  }

  /// Waits until someone sleeps.
  func someoneSleeps() async {
    await withCheckedContinuation { watcher in
      let already = state.withLock { state in
        if state.sleepers.isEmpty { state.watchers.append(watcher) }
        return !state.sleepers.isEmpty
      }
      if already { watcher.resume() }
    }
  }

  /// Waits until so many sleep.
  func sleepers(_ count: Int) async {
    while state.withLock({ $0.sleepers.count }) < count {
      await withCheckedContinuation { watcher in
        let already = state.withLock { state in
          let already = state.sleepers.count >= count
          if !already { state.watchers.append(watcher) }
          return already
        }
        if already { watcher.resume() }
      }
    }
  }

  /// Moves the hand, and wakes whoever's time has come.
  func advance(by duration: Duration) {
    let due = state.withLock { state in
      state.now = state.now.advanced(by: duration)
      let due = state.sleepers.filter { $0.deadline <= state.now }
      state.sleepers.removeAll { $0.deadline <= state.now }
      return due
    }
    for sleeper in due { sleeper.waker.resume() }
  }

  private func cancel(_ id: Int) {
    let sleeper = state.withLock { state -> Sleeper? in
      state.cancelled.insert(id)
      guard let index = state.sleepers.firstIndex(where: { $0.id == id }) else { return nil }
      return state.sleepers.remove(at: index)
    }
    sleeper?.waker.resume(throwing: CancellationError())
  }
}
