#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A client of the Platform API: what the console's Developer Zone shows once
/// (blynk:client-secret-once).
struct BlynkOAuthClient: Sendable, Equatable, Codable {
  /// Begins with `oa2-client-id_`.
  var id: String
  var secret: String
}

/// A token of the Platform API (blynk:platform-token).
struct BlynkGrant: Sendable, Equatable, Codable {
  var token: String
  /// Good for one more grant, once.
  var refreshToken: String?
  var expires: Date
}
