/// What can stand in the way of a person's sketch.
package enum FirmwareError: Error, Sendable, Equatable {
  /// The token is not 1 to 64 letters, digits, `-` and `_`; it has this many characters.
  case authTokenUnfit(length: Int)
}
