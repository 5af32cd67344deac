import Foundation
import Reports
import RoundTrip
import Terminal

/// Tells of trips while they are made: as data, as the page of one, as a line for each, as a line
/// for each change.
package struct SeriesReporter: Sendable {
  let terminal: TerminalOutput
  let schedule: TripSchedule
  let isJSON: Bool
  /// Drawn while a watch goes on, where the terminal can.
  let page: WatchPage?

  /// What it tells by; without a page nothing is drawn.
  package init(terminal: TerminalOutput, schedule: TripSchedule, isJSON: Bool, page: WatchPage?) {
    self.terminal = terminal
    self.schedule = schedule
    self.isJSON = isJSON
    self.page = page
  }

  /// Tells of what happened, if there is something to tell.
  package func hear(_ news: SeriesMessages) {
    if let page { page.hear(news) }
    guard case .made(let series) = news, let trip = series.trips.last else { return }
    if isJSON { terminal.data(trip.json + "\n") }
    if schedule.isEndless {
      change(series, trip)
    } else if let count = schedule.count, count > 1 {
      SeriesPage(terminal: terminal).tell(series, place: "[\(series.made) of \(count)]")
    } else if !isJSON {
      TripPage(trip).show(on: terminal)
    }
  }

  /// What all trips add up to.
  package func conclude(_ series: TripSeries) {
    page?.end()
    guard series.made > 0 else { return }
    if schedule.count != 1 {
      SeriesPage(terminal: terminal).conclude(series)
    } else if let problem = LimitsPage(series).problem {
      terminal.show(problem, place: "footbridge test")
    }
  }

  /// A line when it is not with this trip as it was with the one before.
  private func change(_ series: TripSeries, _ trip: TripReport) {
    let before = series.trips.dropLast().last
    guard
      SeriesReporter.state(trip, series.limits)
        != before.map({ SeriesReporter.state($0, series.limits) })
    else { return }
    let time = trip.started.prefix { $0 != "." }
    SeriesPage(terminal: terminal).tell(series, place: "\(time)Z")
  }

  /// What has to be as before for nothing to have changed.
  private static func state(_ trip: TripReport, _ limits: TripLimits) -> [String] {
    [trip.verdict.rawValue, trip.cause?.code ?? "", "\(!limits.excesses(of: trip).isEmpty)"]
  }
}
