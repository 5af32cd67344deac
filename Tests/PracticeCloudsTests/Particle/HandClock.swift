import Foundation
import Synchronization

@testable import PracticeClouds

/// A clock that goes on when it is told to, or when somebody waits.
final class HandClock: Sendable {
  static let start = Date(timeIntervalSince1970: 1_714_555_812)

  private let moment = Mutex(HandClock.start)

  var now: Date { moment.withLock { $0 } }

  func advance(by duration: Duration) {
    moment.withLock { $0 += Double(duration.components.seconds) }
  }

  /// Waits take no time but the clock's own; those of streams, which wait for ever, are not over
  /// until their task is.
  var time: PracticeTime {
    let keepAlive = ParticlePracticeSettings().keepAliveInterval
    return PracticeTime(
      now: { self.now },
      wait: { duration in
        if duration == keepAlive { return try await ContinuousClock().sleep(for: .seconds(3600)) }
        self.advance(by: duration)
      })
  }
}
