#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An access token of the practice account.
package struct ParticleToken: Sendable, Equatable, Codable {
  let text: String
  /// Nil lives for ever.
  var expiresAt: Date?
  /// The client that asked for it.
  var client = "particle"
}
