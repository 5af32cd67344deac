#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// So many calls in any minute; more are dropped, not queued (blynk-cloud §6, §7).
///
/// Whether Blynk's minute slides or ticks is not documented; here it slides.
struct WebhookQuota: Sendable {
  let callsPerMinute: Int
  private var calls: [Date] = []

  init(callsPerMinute: Int) { self.callsPerMinute = callsPerMinute }

  /// Whether a call may go out now; if so, it counts.
  mutating func take(at now: Date) -> Bool {
    calls.removeAll { now.timeIntervalSince($0) >= WebhookQuota.minute }
    guard calls.count < callsPerMinute else { return false }
    calls.append(now)
    return true
  }

  /// In seconds.
  private static let minute: TimeInterval = 60
}
