import ArgumentParser
import Console
import Ground
import Guidebook
import Logbook
import RoundTrip

/// `footbridge test [NAME]`.
struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "The round trip: one value, out and back, leg by leg.",
    discussion: """
      Sets V16 in Blynk to its other value and watches five legs: write, call, publish, forward, \
      read. The switch is put back as found. Whatever is wired to it moves twice.

      Many trips (--count) end in a table of how long each leg took. Blynk drops webhook calls \
      over ten a minute, and a trip causes two: a trip that would go over waits, and says so.

      Exit codes: 0 it came back; 1 a leg failed, or took longer than --max-total or --max-leg \
      allow; 2 a cloud could not be asked; 130 called off.
      """)

  @Argument(help: "The setup; not needed when there is one.")
  var name: String?

  @Flag(help: "One JSON object a trip, a line each; words go to the error stream.")
  var json = false

  @OptionGroup var trips: TripOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !json || !reports.takesOutput else {
      throw ValidationError("Standard output takes one report; --json has it already.")
    }
  }

  func run() async throws {
    let doorway = Doorway(common, json: json || reports.takesOutput)
    if reports.jsonSchema {
      return doorway.terminal.data(
        try HelpFile.text(HelpFile.tripSchema, beside: doorway.guideFolder()))
    }
    let desk = ReportDesk(options: reports, terminal: doorway.terminal)
    try desk.check()
    let name = try SetupName.chosen(name, home: doorway.home)
    let setup = try await doorway.openKnown(name)
    let works = Works(
      surroundings: doorway.surroundings(webhookCallsPerMinute: trips.webhookLimit), console: nil)
    let clouds = works.clouds(of: setup)
    let runner = SeriesRunner(
      runner: TripRunner(clouds: clouds, terminal: doorway.terminal),
      schedule: trips.schedule, limits: try trips.limits())
    let series = try await runner.run(news(to: doorway.terminal))
    tell(series, doorway.terminal)
    let isWritten = desk.write(series, history: clouds.book)
    if series.trips.isEmpty { throw CalledOff() }
    let outcome = isWritten ? series.outcome : series.outcome ?? .couldNotAsk
    if let outcome { throw ExitCode(outcome.rawValue) }
  }

  /// What is told of each trip when it is over.
  private func news(to terminal: Terminal) -> @Sendable (TripSeries) -> Void {
    let (json, isSeries) = (json, trips.isSeries)
    let page = SeriesPage(terminal: terminal, count: trips.schedule.count ?? 0)
    return { series in
      guard let trip = series.trips.last else { return }
      if json { terminal.data(trip.json + "\n") }
      if isSeries { page.tell(series) } else if !json { TripPage(trip).show(on: terminal) }
    }
  }

  /// What is told at the end.
  private func tell(_ series: TripSeries, _ terminal: Terminal) {
    if trips.isSeries {
      SeriesPage(terminal: terminal, count: trips.schedule.count ?? 0).conclude(series)
    } else if let problem = LimitsPage(series).problem {
      terminal.show(problem, place: "footbridge test")
    }
  }
}
