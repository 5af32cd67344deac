#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A token of the Platform API (blynk:platform-token).
struct BlynkGrant: Sendable, Equatable, Codable {
  var token: String
  /// Good for one more grant, once.
  var refreshToken: String?
  var expires: Date
}
