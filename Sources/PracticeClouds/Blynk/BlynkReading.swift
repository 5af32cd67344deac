#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The last value of a datastream, and when Blynk got it.
struct BlynkReading: Sendable, Equatable, Codable {
  var value: DatastreamValue
  var at: Date
}
