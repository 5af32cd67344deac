/// How a call of a cloud function went, seen from the cloud.
package enum CallResult: Sendable, Hashable {
  /// The function ran; -1 is by custom "bad argument", and is an answer like any other.
  case returned(Int32)
  /// The device runs, and has no function of that name.
  case functionMissing
  /// The device is offline, or the argument is over 1024 bytes (particle:os-limits), which the
  /// function never sees; what the real cloud answers to that is not documented.
  case noAnswer
}
