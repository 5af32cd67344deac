import PracticeClouds
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A clock that runs faster than the machine's, so that waits of life's length take a fraction of
/// it: for the trip, for both clouds and for the device alike.
///
/// It goes on by ticks of a task that waits for its turn like all others: on a machine that has no
/// time for the trip it has none for the ticks either, and no wait ends for that.
final class QuickClock: Clock {
  struct Instant: InstantProtocol {
    /// In this clock's own time.
    var offset: Duration

    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
  }

  private struct State {
    var now = Duration.zero
    var count = 0
    var sleepers: [Int: (deadline: Duration, wake: CheckedContinuation<Void, Never>)] = [:]
  }

  private static let tick = Duration.milliseconds(5)

  let speed: Int
  private let date = Date()
  private let state = Mutex(State())

  /// - Parameter speed: how many of its seconds go by in one of an idle machine's.
  init(speed: Int) {
    self.speed = speed
    Task { [weak self] in
      while self != nil {
        try? await ContinuousClock().sleep(for: QuickClock.tick)
        self?.goOn()
      }
    }
  }

  var now: Instant { Instant(offset: state.withLock { $0.now }) }
  var minimumResolution: Duration { QuickClock.tick * speed }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let number = state.withLock { state in
      state.count += 1
      return state.count
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { wake in
        let isOver = state.withLock { state in
          if Task.isCancelled || deadline.offset <= state.now { return true }
          state.sleepers[number] = (deadline.offset, wake)
          return false
        }
        if isOver { wake.resume() }
      }
    } onCancel: {
      state.withLock { $0.sleepers.removeValue(forKey: number) }?.wake.resume()
    }
    try Task.checkCancellation()
  }

  private func goOn() {
    let woken = state.withLock { state in
      state.now += QuickClock.tick * speed
      let due = state.sleepers.filter { $0.value.deadline <= state.now }
      for number in due.keys { state.sleepers[number] = nil }
      return due.values.sorted { $0.deadline < $1.deadline }
    }
    for sleeper in woken { sleeper.wake.resume() }
  }

  /// The same for the practice clouds.
  ///
  /// - Parameter skew: how far their idea of the time of day is ahead of this machine's.
  func practiceTime(skew: Duration = .zero) -> PracticeTime {
    PracticeTime(
      now: { self.date.addingTimeInterval((self.now.offset + skew) / .seconds(1)) },
      wait: { try await self.sleep(for: $0) })
  }
}
