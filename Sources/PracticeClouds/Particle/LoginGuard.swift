#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Bars logging in after too many wrong passwords in a row (particle:oauth-lockout).
struct LoginGuard: Sendable {
  private var failures = 0
  private var barredUntil: Date?

  /// Whether logging in is barred at this moment; a bar that has run out is forgotten.
  mutating func isBarred(at now: Date) -> Bool {
    guard let end = barredUntil else { return false }
    if now < end { return true }
    self = LoginGuard()
    return false
  }

  mutating func noteSuccess() { self = LoginGuard() }

  mutating func noteFailure(limit: Int, bar: Duration, now: Date) {
    failures += 1
    if failures >= limit {
      barredUntil = now.addingTimeInterval(Double(bar.components.seconds))
    }
  }
}
