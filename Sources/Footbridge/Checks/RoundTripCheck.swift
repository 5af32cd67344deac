import Console
import Ground
import RoundTrip

/// The last proof: a value that made the whole trip.
enum RoundTripCheck {
  static let all: [String: Works.Check] = ["roundtrip.passes": passes]

  static let passes: Works.Check = { clouds in
    // It is the last thing a setup does to the device, so the way back need not be watched.
    let report = try await TripRunner(
      clouds: clouds, terminal: clouds.surroundings.terminal, settles: false
    ).run()
    let page = TripPage(report)
    guard report.verdict == .pass else { throw page.problem }
    page.show(on: clouds.surroundings.terminal)
    return .init(
      evidence: "V16 = \(report.sent ?? 0) came back as V17 in \(TripPage.time(report.totalMs)).")
  }
}
