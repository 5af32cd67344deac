import ArgumentParser
import Core
import Foundation
import Reports
import RoundTrip
import Storage
import Terminal

/// `footbridge history [NAME]`.
struct HistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Past round trips: when it last held, how long, how often.",
    discussion: """
      By setup: the last proof, a row of bars (oldest first; × is a value that did not come back, \
      · a trip that nobody could judge) and how long each leg took; then the trips, newest \
      first, with what `footbridge explain` takes. The newest 1,000 trips are looked at.

      `footbridge history merge FILE…` puts results of several runs into one table.
      """)

  @Argument(help: "One setup; all of them without it.")
  var name: String?

  @Flag(help: "The reports as JSON, one a line.")
  var json = false

  @Option(help: ArgumentHelp("How many trips the list shows.", valueName: "n"))
  var last: Int = 20

  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    guard last >= 0 else { throw ValidationError.saying("--last takes a number of trips.") }
  }

  func run() async throws {
    let context = CommandContext(common, json: json)
    let name = try name.map { try SetupName($0).text }
    let now = context.requestContext().now()
    let isThere = context.home.exists
    let trips = isThere ? try context.store.book().trips(of: name, until: now) : []
    let later = isThere ? try context.store.book().tripCount(of: name, after: now) : 0
    if let name, trips.isEmpty, later == 0 {
      let setups = try context.store.names()
      guard setups.contains(name) else { throw context.store.unknown(name, among: setups) }
    }
    if json {
      for report in trips.compactMap(\.report) {
        context.terminal.data(TripReport.json(ofRecord: report) + "\n")
      }
      return
    }
    if later > 0 {
      context.terminal.say(
        "\(Wording.count(later, "trip")) of a time that is still to come left out: "
          + "this machine's clock was ahead then.", .warning)
    }
    guard !trips.isEmpty else {
      context.terminal.say("No round trip yet. `footbridge test` makes one.")
      return context.tellPracticeHome()
    }
    for setup in HistoryPage.all(trips) { setup.show(on: context.terminal) }
    context.terminal.table(HistoryCommand.table(trips.prefix(last)))
    if trips.count > last {
      context.terminal.say("and \(trips.count - last) older; `--last \(trips.count)` lists them.")
    }
  }

  /// What `explain` takes stands beside a trip that did not pass, where one of them has it.
  private static func table(_ trips: some Sequence<TripRecord>) -> TableView {
    let causes = trips.map { trip in
      trip.report.flatMap { TripReport(json: $0) }?.cause?.code ?? ""
    }
    let hasCauses = causes.contains { !$0.isEmpty }
    let columns: [TableView.Column] = [
      .init("when"), .init("setup"), .init("verdict"), .init("took", .right), .init("cause"),
    ]
    return TableView(
      columns: Array(columns.prefix(hasCauses ? columns.count : columns.count - 1)),
      rows: zip(trips, causes).map { trip, cause in
        let row: [TableView.Cell] = [
          .init(Phrase(verbatim: trip.started.formatted(.iso8601))),
          .init(Phrase(verbatim: trip.setup)),
          .init(
            trip.verdict.map { Phrase(key: $0) } ?? "cut off",
            trip.verdict == "pass" ? .good : .bad),
          .init(TripPage.time(trip.totalMilliseconds)),
        ]
        return hasCauses ? row + [.init(Phrase(verbatim: cause))] : row
      })
  }
}
