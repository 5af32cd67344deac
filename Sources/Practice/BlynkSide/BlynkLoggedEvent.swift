#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An event that a device logged (blynk-cloud §3.10).
struct BlynkLoggedEvent: Sendable, Equatable, Codable {
  var code: String
  var description: String
  var at: Date
}
