import RoundTrip
import Terminal

/// Trips as a row of bars: how long each took, and which were lost.
struct TripBars {
  let line: Sparkline

  init(_ trips: some Sequence<TripReport>) {
    line = Sparkline(
      trips.map { trip in
        switch trip.verdict {
        case .pass: trip.totalMs.map { .value($0) } ?? .open
        case .fail: .lost
        case .inconclusive: .open
        }
      })
  }
}
