/// Why a trip is made a second time before anything is blamed.
enum RetryReason: Sendable, Equatable {
  /// Device and switch disagreed, so that the value was no change for one of them; now they agree.
  case outOfStep
  /// One call did not reach the device and the next did, right after a wait for Blynk's limit or
  /// after the device came online.
  case lostCall
  /// A report of the device's own, published at the moment of the call, reached Blynk last.
  case overtaken
}
