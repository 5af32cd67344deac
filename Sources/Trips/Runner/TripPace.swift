import Core
import Foundation

/// When the next trip may begin, so that Blynk's webhook limit is kept: pure.
struct TripPace {
  /// Calls in any minute; 0 is no limit.
  let limit: Int
  /// When calls were caused in the last minute, oldest first.
  let recent: [Date]

  /// Seconds to wait before so many more calls; nil when there is no need to. What lies after now
  /// was written down by a clock that was wrong, and no wait is longer than Blynk's minute.
  func wait(for calls: Int, now: Date) -> TimeInterval? {
    let recent = recent.filter { $0 <= now }
    let over = recent.count + calls - limit
    guard calls > 0, limit > 0, over > 0, !recent.isEmpty else { return nil }
    let last = recent[min(over, recent.count) - 1]
    let wait = last.addingTimeInterval(TripRunner.quotaWindow).timeIntervalSince(now)
    return wait > 0 ? min(wait, TripRunner.quotaWindow) : nil
  }

  /// The same on a line that counts down.
  var cause: Phrase { "Blynk takes \(limit) webhook calls a minute; the next trip waits" }

  /// Why there is a wait, for the person who waits.
  func reason(for wait: TimeInterval) -> Phrase {
    "Blynk takes \(limit) webhook calls a minute, and I have made \(recent.count). "
      + "I wait \(Int(wait.rounded(.up))) s."
  }
}
