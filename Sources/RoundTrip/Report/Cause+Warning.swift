import Core

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Cause {
  /// How long before its end a token is warned of, in seconds.
  private static let warningSeconds = 3600.0

  /// The warning about a token that is near its end; nil where it is not.
  ///
  /// - Parameter expiry: ISO 8601 in UTC, by Particle's clock.
  package func warning(of expiry: String, now: Date) -> Phrase? {
    warning(of: expiry, nowSeconds: now.timeIntervalSince1970)
  }

  func warning(of expiry: String, nowSeconds now: Double) -> Phrase? {
    guard let end = CloudTime.seconds(expiry), end - now < Cause.warningSeconds else { return nil }
    return "\(code): \(title). \(fix)"
  }
}
