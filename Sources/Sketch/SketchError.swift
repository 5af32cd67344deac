/// What can stand in the way of a sketch.
package enum SketchError: Error, Sendable, Equatable {
  /// The token is not 1 to 64 letters, digits, `-` and `_`; it has this many characters.
  case authTokenUnfit(length: Int)
  /// Each practice device needs a copy of the sketch of its own, and all of them are in use.
  case noFreeCopy(limit: Int)
}
