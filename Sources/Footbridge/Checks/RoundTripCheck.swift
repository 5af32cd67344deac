import Core
import RoundTrip
import Terminal

/// The last proof: a value that made the whole trip.
enum RoundTripCheck {
  static let all: [String: Capabilities.Check] = ["roundtrip.passes": passes]

  static let passes: Capabilities.Check = { clouds in
    // It is the last thing a setup does to the device, so the way back need not be watched.
    let report = try await TripRunner(
      clouds: clouds, terminal: clouds.requestContext.terminal, settles: false
    ).run()
    let page = TripPage(report)
    guard report.verdict == .pass else { throw page.problem }
    page.show(on: clouds.requestContext.terminal)
    return .init(
      evidence: "V16 = \(report.sent ?? 0) came back as V17 in \(TripPage.time(report.totalMs)).")
  }
}
