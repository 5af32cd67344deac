import Guide

/// What the walk waits for at its present step.
package enum Phase: Sendable, Equatable {
  case asking
  case checking
  /// Footbridge can do it: a yes or a no is awaited.
  case offering
  case acting
  /// The person does it and says so.
  case byHand
  /// The check, or the act, failed: the next move is the person's.
  case stuck(code: String)
  /// A settled step is looked at again.
  case resting
  /// Nothing is left to do.
  case finished
}
