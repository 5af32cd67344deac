import Practice

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A clock that runs faster than the machine's, so that waits of life's length take a fraction of
/// it: for the trip, for both clouds and for the device alike.
struct QuickClock: Clock {
  struct Instant: InstantProtocol {
    /// In this clock's own time.
    var offset: Duration

    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
  }

  /// How many of its seconds go by in one of the machine's.
  let speed: Int
  private let origin = ContinuousClock.now
  private let date = Date()

  init(speed: Int) { self.speed = speed }

  var now: Instant { Instant(offset: origin.duration(to: .now) * speed) }
  var minimumResolution: Duration { ContinuousClock().minimumResolution * speed }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try await ContinuousClock().sleep(until: origin + deadline.offset / speed)
  }

  /// The same for the practice clouds.
  ///
  /// - Parameter skew: how far their idea of the time of day is ahead of this machine's.
  func practiceTime(skew: Duration = .zero) -> PracticeTime {
    PracticeTime(
      now: { date.addingTimeInterval((now.offset + skew) / .seconds(1)) },
      wait: { try await sleep(for: $0) })
  }
}
