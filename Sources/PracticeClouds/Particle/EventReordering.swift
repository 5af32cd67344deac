#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where devices' events pass before they are published: what faults do to their order and number.
struct EventReordering: Sendable {
  /// Seconds in which what a device says after a refused call is that call's doing.
  private static let hushSeconds = 2.0

  private var held: PublishedEvent?
  private var hushed: [String: Date] = [:]

  /// A device refuses a call: it has nothing to report of it.
  mutating func hush(_ device: String, at now: Date) { hushed[device] = now }

  /// Whether an event is one that a refused call would not have caused.
  mutating func isHushed(_ device: String, at now: Date) -> Bool {
    guard let start = hushed.removeValue(forKey: device) else { return false }
    return now.timeIntervalSince(start) < EventReordering.hushSeconds
  }

  /// The events to publish when one comes, in their order. One that is held back follows the next.
  mutating func take(_ event: PublishedEvent, twice: Bool, holdsBack: Bool) -> [PublishedEvent] {
    let events = twice ? [event, event] : [event]
    if let late = held {
      held = nil
      return events + [late]
    }
    guard holdsBack else { return events }
    held = event
    return Array(events.dropLast())
  }

  /// The event that is held back, if no other came meanwhile.
  mutating func release() -> PublishedEvent? {
    defer { held = nil }
    return held
  }
}
