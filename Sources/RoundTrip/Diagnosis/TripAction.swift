/// The next thing to do in a trip.
enum TripAction: Sendable, Equatable {
  /// Open the stream and read the pins as they are.
  case begin
  /// Bring the device to the switch's value, so that the trip's value is a change for both.
  case align
  case write
  case wait(TripWait)
  case ask(TripQuery)
  /// Read the pins, after the next pause.
  case read
  /// Put the switch back as found.
  case restore
  case finish
}
