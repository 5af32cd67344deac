import Foundation

/// One line of a setup's log: what happened, as JSON, and when.
package struct StoredEvent: Sendable, Equatable {
  /// From 1, without gaps.
  package let number: Int
  /// When it happened, by this machine's clock.
  package let at: Date
  /// What happened, as it was handed to `append`.
  package let json: String
}
