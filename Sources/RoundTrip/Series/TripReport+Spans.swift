extension TripReport {
  /// What became of a part of the trip: failed when one of its legs did, passed when all did; else
  /// nobody could judge it, or it was not tried. Half a trip has no total.
  package func status(of span: TripSpan) -> LegStatus {
    let statuses = legs.filter { span.legs.contains($0.name) }.map(\.status)
    if statuses.contains(.fail) { return .fail }
    if statuses.contains(.unknown) { return .unknown }
    // Where we called the function ourselves, no call of Blynk's was asked for.
    let isPushed = span == .callAndPublish && statuses.last == .pass
    return statuses.contains(.skipped) && !isPushed ? .skipped : .pass
  }

  /// How many milliseconds a part took by itself: from the sighting before it to its own. Nil when
  /// either was not seen, or when they came in another order, as events may.
  package func milliseconds(of span: TripSpan) -> Double? {
    guard status(of: span) == .pass else { return nil }
    guard span != .total else { return totalMs }
    guard let end = sighting(of: span) else { return nil }
    guard let previous = span.previous, status(of: previous) != .skipped else { return end }
    guard let start = sighting(of: previous), start <= end else { return nil }
    // Tenths of milliseconds have no exact difference in binary.
    return ((end - start) * 10).rounded() / 10
  }

  private func sighting(of span: TripSpan) -> Double? {
    legs.last { span.legs.contains($0.name) && $0.ms != nil }?.ms
  }
}
