import Core
import Foundation
import RoundTrip
import Storage
import Terminal

/// What a setup's past trips add up to.
package struct HistoryPage {
  let setup: String
  /// Newest first.
  let trips: [TripRecord]

  /// So many of the newest trips stand in the row of bars.
  private static let bars = 60

  /// A page for each setup, the one with the newest trip first.
  package static func all(_ trips: [TripRecord]) -> [HistoryPage] {
    var order: [String] = []
    for trip in trips where !order.contains(trip.setup) { order.append(trip.setup) }
    return order.map { setup in
      HistoryPage(setup: setup, trips: trips.filter { $0.setup == setup })
    }
  }

  /// A sentence, the bars of the newest trips, and how long they took.
  package func show(on terminal: TerminalOutput) {
    let reports = trips.reversed().compactMap { $0.report.flatMap { TripReport(json: $0) } }
    let series = TripSeries(setup: setup, trips: reports)
    terminal.say("\(setup): \(sum(series)) \(proof)")
    guard !reports.isEmpty else { return terminal.pause() }
    let bars = TripBars(reports.suffix(HistoryPage.bars)).line
    terminal.pause()
    let highest: Phrase = bars.highest.map { "  up to \(TripPage.time($0))" } ?? ""
    terminal.say("    \(bars.text(unicode: terminal.traits.unicode))\(highest)")
    terminal.pause()
    terminal.table(LatencyTable(series: series).view)
    terminal.pause()
  }

  private func sum(_ series: TripSeries) -> Phrase {
    let unread = trips.count - series.made
    let head: Phrase = series.made > 0 ? SeriesPage.sum(series) : ""
    let tail: Phrase =
      unread > 0 ? "Cut off, or not to be read: \(Wording.count(unread, "trip"))." : ""
    return [head, tail].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var proof: Phrase {
    guard let last = trips.first(where: { PastTrip($0).isProof }) else { return "No proof yet." }
    let time: Phrase = last.totalMilliseconds.map { " (\(TripPage.time($0)))" } ?? ""
    return "Last proof: \(last.started.formatted(.iso8601))\(time)."
  }
}
