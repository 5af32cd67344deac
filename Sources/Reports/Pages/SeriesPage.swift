import Core
import RoundTrip
import Terminal

/// Many trips as a person reads them: a line for each, a page where something new went wrong, and
/// what they add up to.
package struct SeriesPage {
  let terminal: TerminalOutput

  /// Shown on that terminal.
  package init(terminal: TerminalOutput) {
    self.terminal = terminal
  }

  /// Tells of the last trip of a series.
  ///
  /// - Parameter place: what stands before it, such as `[3 of 10]`.
  package func tell(_ series: TripSeries, place: Phrase) {
    guard let trip = series.trips.last else { return }
    terminal.say(
      "\(place) \(SeriesPage.ending(trip))", trip.verdict == .pass ? .good : .bad)
    for warning in trip.warnings { terminal.say("! \(warning)", .warning) }
    let isNew = !series.trips.dropLast().contains {
      $0.verdict == trip.verdict && $0.cause == trip.cause
    }
    if trip.verdict != .pass, isNew {
      terminal.show(TripPage(trip).problem.ending(in: .shell), place: "footbridge test")
    }
  }

  /// How a trip ended, on a line.
  package static func ending(_ trip: TripReport) -> Phrase {
    let cause: Phrase = trip.cause.map { ": \($0.title) (\($0.code))" } ?? ""
    switch trip.verdict {
    case .pass: return trip.totalMs.map { "passed in \(TripPage.time($0))" } ?? "passed"
    case .fail: return "failed\(cause)"
    case .inconclusive: return trip.interrupted ? "called off" : "says nothing\(cause)"
    }
  }

  /// What they add up to.
  package func conclude(_ series: TripSeries) {
    terminal.pause()
    terminal.say(SeriesPage.sum(series), series.outcome == nil ? .good : [])
    terminal.pause()
    terminal.table(LatencyTable(series: series).view)
    terminal.pause()
    terminal.say("Call and publish are seen by one event, so they have one time.")
    if series.made == series.trips.count { terminal.say(SeriesPage.cost(series)) }
    if let problem = LimitsPage(series).problem { terminal.show(problem, place: "footbridge test") }
  }

  /// `9 of 10 trips passed; 1 was lost.`
  static func sum(_ series: TripSeries) -> Phrase {
    let (all, passed) = (series.made, series.count(.pass))
    let open = series.count(.inconclusive)
    let lost: [Phrase] = [
      series.losses > 0 ? "\(Wording.count(series.losses, "value")) did not come back" : nil,
      open > 0 ? "\(Wording.count(open, "trip")) could not be judged" : nil,
    ].compactMap { $0 }
    let head: Phrase =
      passed == all && all > 1
      ? "All \(all) trips passed" : "\(passed) of \(Wording.count(all, "trip")) passed"
    return ([head] + lost).joined(separator: "; ") + "."
  }

  private static func cost(_ series: TripSeries) -> Phrase {
    let costs = series.trips.map(\.cost)
    return
      "Cost: \(Wording.count(costs.map(\.requests).reduce(0, +), "request")), "
      + "\(Wording.count(costs.map(\.blynkMessages).reduce(0, +), "Blynk message")), "
      + "\(Wording.count(costs.map(\.particleOperations).reduce(0, +), "Particle operation"))."
  }
}
