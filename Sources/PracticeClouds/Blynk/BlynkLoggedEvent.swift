#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An event that a device logged (blynk:log-event).
struct BlynkLoggedEvent: Sendable, Equatable, Codable {
  var code: String
  var description: String
  var at: Date
}
