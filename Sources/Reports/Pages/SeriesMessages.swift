import RoundTrip

/// What is told while many trips are made.
package enum SeriesMessages: Sendable {
  /// Nothing to do until the next trip.
  case resting(Duration)
  /// A trip is under way.
  case underWay(TripProgress)
  /// A trip is over: the last one of the series.
  case made(TripSeries)
}
