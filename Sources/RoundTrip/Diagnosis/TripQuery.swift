/// What a trip may ask when something is late.
enum TripQuery: Sendable, Equatable, CaseIterable {
  /// Which region knows the AuthToken.
  case region
  /// Whether Blynk kept the value that it took.
  case kept
  /// Whether it keeps the value when it is written once more, or something else turned it.
  case rewrite
  /// Does the device answer, and what does it offer.
  case device
  /// The function, called by ourselves with the value sent.
  case directCall
  /// And with the other value, so that something must change.
  case reverseCall
  /// The sketch's own count of calls, and once more after the restoring write.
  case calls, callsAgain
  /// Whether a write of V17, as it stands, calls the function; and the count after it.
  case echoWrite, callsAtLast
  case integrations
  /// Whether Blynk takes what the integration should have sent, sent by ourselves.
  case uplink
  /// The function with the value from before, for a device that does not follow the switch.
  case putBack
}
