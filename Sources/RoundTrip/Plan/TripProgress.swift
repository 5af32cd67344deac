import Core

/// What a trip tells while it is under way.
package enum TripProgress: Sendable, Equatable {
  /// The stream is open and the values before are read.
  case ready
  /// The switch was set to this value.
  case sent(Int)
  /// The person is to turn the switch to this value now.
  case turn(Int)
  /// A leg was seen, so many milliseconds after the write.
  case seen(Leg, ms: Double)
  /// Something is late, and this is being asked.
  case asking(Phrase)
  /// Everything is proven; listening for an unasked second lap.
  case lingering
  /// The switch stands as found.
  case restored
  /// The device was out of step with the switch; now it is not, and the trip begins anew.
  case again
}
