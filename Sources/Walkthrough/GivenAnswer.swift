/// An answer as the log may hold it.
package enum GivenAnswer: Sendable, Equatable, Codable {
  case plain(String)
  /// Kept in the secrets file under the question's name. `change` tells which of the values that
  /// were given for it, counted from 1.
  case secret(change: Int)
}
