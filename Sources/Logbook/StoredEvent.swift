import Foundation

/// One line of a setup's log: what happened, as JSON, and when.
package struct StoredEvent: Sendable, Equatable {
  /// From 1, without gaps.
  package let number: Int
  package let at: Date
  package let json: String
}
