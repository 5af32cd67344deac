import ArgumentParser
import Console
import Foundation
import Ground
import Logbook

/// `footbridge history [NAME]`.
struct HistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Past round trips, the newest first.")

  @Argument(help: "One setup; all of them without it.")
  var name: String?

  @Flag(help: "The reports as JSON, one a line.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let doorway = Doorway(common, json: json)
    let name = try name.map { try SetupName($0).text }
    let trips = doorway.home.exists ? try Book(home: doorway.home).trips(of: name) : []
    if json {
      for report in trips.compactMap(\.report) { doorway.terminal.data(report + "\n") }
      return
    }
    guard !trips.isEmpty else {
      return doorway.terminal.say("No round trip yet. `footbridge test` makes one.")
    }
    doorway.terminal.table(HistoryCommand.table(trips))
  }

  private static func table(_ trips: [TripRecord]) -> TableView {
    TableView(
      columns: [.init("when"), .init("setup"), .init("verdict"), .init("took", .right)],
      rows: trips.map { trip in
        [
          .init(trip.started.formatted(.iso8601)), .init(trip.setup),
          .init(trip.verdict ?? "cut off", trip.verdict == "pass" ? .good : .bad),
          .init(TripPage.time(trip.totalMilliseconds)),
        ]
      })
  }
}
