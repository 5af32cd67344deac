#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Leaves a host alone that answers with nothing but errors (particle:hook-throttle): by host name,
/// whatever the hook and the port.
struct HookThrottle: Sendable {
  private struct Host: Sendable {
    var errors = 0
    var sleepsUntil: Date?
  }

  /// What the hook's error event says meanwhile.
  static let text = "Sleeping, too many errors, please wait and try again"

  private var hosts: [String: Host] = [:]

  mutating func isAsleep(_ name: String, at now: Date) -> Bool {
    guard let end = hosts[name]?.sleepsUntil else { return false }
    if now < end { return true }
    hosts[name] = nil
    return false
  }

  /// - Parameter limit: errors in a row that put a host to sleep.
  mutating func note(_ name: String, isError: Bool, limit: Int, sleep: Duration, now: Date) {
    guard isError else {
      hosts[name] = nil
      return
    }
    var host = hosts[name] ?? Host()
    host.errors += 1
    if host.errors >= limit {
      host.sleepsUntil = now.addingTimeInterval(Double(sleep.components.seconds))
    }
    hosts[name] = host
  }
}
