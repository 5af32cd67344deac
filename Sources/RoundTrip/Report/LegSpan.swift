/// A leg's part of a trip: from the moment the leg before it was seen to its own.
package struct LegSpan: Sendable, Equatable {
  /// The leg that lasted so long.
  package let leg: LegReport
  /// Milliseconds from the write.
  package let start: Double
  /// Nil when the leg was not seen.
  package let end: Double?

  /// How long the leg itself took, in milliseconds; none when it was not seen.
  package var length: Double { (end ?? start) - start }
}

extension TripReport {
  /// The legs one after the other. One that was seen before its forerunner, as when the device is
  /// faster than Blynk's reply, takes no time.
  package var spans: [LegSpan] {
    var start = 0.0
    return legs.map { leg in
      let end = leg.ms.map { max($0, start) }
      defer { start = end ?? start }
      return LegSpan(leg: leg, start: start, end: end)
    }
  }
}
