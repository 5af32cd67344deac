/// An answer as the log may hold it.
package enum GivenAnswer: Sendable, Equatable, Codable {
  case plain(String)
  /// Kept in the secrets file under the question's name. `change` counts the times it was given, so
  /// that a new value is a new event.
  case secret(change: Int)
}
