/// What a probe found out about one datastream.
package enum DatastreamFinding: Sendable, Equatable {
  /// It is there and takes what it should. For the switch that is: it is there and takes numbers
  /// only; whether it also takes fractions cannot be told without moving it.
  case right
  case missing
  /// It cuts a value that the sketch sends: Min or Max is too narrow (blynk:update-cut).
  case cuts(sent: Double, to: Double?)
  /// It keeps what it had: the write is taken and not stored.
  case unstored
  /// It is one of these, not what is wanted.
  case wrongType([DatastreamKind])
  /// It showed now this and now that after the same value: somebody else writes it just now.
  case moved(sent: Double)
  /// Blynk answered something else; its words, scrubbed.
  case unknown(String)
}
