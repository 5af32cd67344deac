import Core
import Localization
import RoundTrip

/// What a report file tells: the trips of one run, and those that were made before. Every format is
/// made from it, and from nothing else.
package struct ReportInput: Sendable, Equatable {
  /// The trips of this run, and the limits they are held against.
  package var series: TripSeries
  /// Trips of the setup as the logbook has them, this run's among them, oldest first.
  package var history: [PastTrip]
  /// What the person reads; what programs read stays English.
  package var catalog = PhraseCatalog.english

  /// A chronicle in English; one without a history tells of this run only.
  package init(_ series: TripSeries, history: [PastTrip] = []) {
    self.series = series
    self.history = history
  }

  var trips: [TripReport] { series.trips }

  /// The trips that are kept, with their numbers: the oldest of very many are only counted.
  var numbered: [(number: Int, trip: TripReport)] {
    zip((series.made - trips.count + 1)..., trips).map { (number: $0, trip: $1) }
  }

  /// Whether there was more than one trip.
  var isSeries: Bool { series.made > 1 }

  /// Whether there are limits that each trip is held against.
  var hasLimits: Bool { series.limits != TripLimits() }

  /// The trip that a reader should see first: the first that failed, else the first that could not
  /// be made, else the first that took too long, else the last.
  var focus: TripReport? {
    trips.first { $0.verdict == .fail } ?? trips.first { $0.verdict == .inconclusive }
      ?? trips.first { !series.limits.excesses(of: $0).isEmpty } ?? trips.last
  }

  /// The whole run in a sentence, without its stop.
  var headline: Phrase {
    guard isSeries else {
      guard let trip = trips.first else { return "No trip was made" }
      return series.excesses > 0 && trip.verdict == .pass
        ? trip.headline + ", longer than it may take" : trip.headline
    }
    let passed = series.count(.pass)
    let slow: Phrase = series.excesses > 0 ? "; \(series.excesses) took longer than allowed" : ""
    return passed == series.made
      ? "All \(passed) round trips passed\(slow)"
      : "\(passed) of \(series.made) round trips passed\(slow)"
  }

  /// What all trips cost together.
  var cost: TripCost { trips.reduce(TripCost()) { $0 + $1.cost } }

  /// The warnings of all trips, each once, in the order in which they came.
  var warnings: [Phrase] {
    var seen: Set<Phrase> = []
    return trips.flatMap(\.warnings).filter { seen.insert($0).inserted }
  }
}
