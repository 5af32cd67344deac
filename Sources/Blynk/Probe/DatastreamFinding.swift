/// What a probe found out about one datastream.
package enum DatastreamFinding: Sendable, Equatable {
  /// It is there and takes what it should. For the switch that is: it is there and takes numbers
  /// only; whether it also takes fractions cannot be told without moving it.
  case right
  case missing
  /// It is one of these, not what is wanted.
  case wrongType([DatastreamKind])
  /// Blynk answered something else; its words, scrubbed.
  case unknown(String)
}
