#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What integrations sent, by their ids, and how the hosts they send to behave.
struct HookDeliveries {
  /// The background task that each integration began last.
  private var latest: [String: Int] = [:]
  private var records: [String: HookRecord] = [:]
  /// Which hosts give hooks nothing but errors.
  private var throttle = HookThrottle()

  func latest(of integration: String) -> Int? { latest[integration] }

  mutating func begin(_ task: Int, of integration: String) { latest[integration] = task }

  func record(of integration: String) -> HookRecord { records[integration] ?? HookRecord() }

  /// Notes in an integration's record.
  mutating func note(of integration: String, _ note: (inout HookRecord) -> Void) {
    note(&records[integration, default: HookRecord()])
  }

  mutating func forget(_ integration: String) {
    (records[integration], latest[integration]) = (nil, nil)
  }

  mutating func isAsleep(_ host: String, at now: Date) -> Bool {
    throttle.isAsleep(host, at: now)
  }

  /// - Parameter limit: errors in a row that put a host to sleep.
  mutating func note(_ host: String, isError: Bool, limit: Int, sleep: Duration, now: Date) {
    throttle.note(host, isError: isError, limit: limit, sleep: sleep, now: now)
  }
}
