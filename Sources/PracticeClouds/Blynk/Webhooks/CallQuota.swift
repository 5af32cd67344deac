#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// So many calls in any minute, or any second; more are dropped, not queued (blynk:webhook-rate,
/// blynk:limit-requests).
///
/// Whether Blynk's minute slides or ticks is not documented; here it slides.
struct CallQuota: Sendable {
  let limit: Int
  let seconds: TimeInterval
  private var calls: [Date] = []

  init(limit: Int, seconds: TimeInterval = 60) {
    self.limit = limit
    self.seconds = seconds
  }

  /// Whether a call may go out now; if so, it counts.
  mutating func take(at now: Date) -> Bool {
    calls.removeAll { now.timeIntervalSince($0) >= seconds }
    guard calls.count < limit else { return false }
    calls.append(now)
    return true
  }
}
