import ArgumentParser
import Console
import Ground
import Guidebook
import RoundTrip

/// `footbridge test [NAME]`.
struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "The round trip: one value, out and back, leg by leg.",
    discussion: """
      Sets V16 in Blynk to its other value and watches five legs: write, call, publish, forward, \
      read. The switch is put back as found. Whatever is wired to it moves twice.
      Exit codes: 0 it came back; 1 a leg failed; 2 a cloud could not be asked.
      """)

  @Argument(help: "The setup; not needed when there is one.")
  var name: String?

  @Flag(help: "One JSON object on standard output; words go to the error stream.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Webhook calls a minute that your Blynk plan allows; 0 is no limit.", valueName: "n"))
  var webhookLimit: Int = Surroundings.usualWebhookCallsPerMinute

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
      surroundings: doorway.surroundings(webhookCallsPerMinute: webhookLimit), console: nil)
    let report = try await TripRunner(clouds: works.clouds(of: setup), terminal: doorway.terminal)
      .run()
    let page = TripPage(report)
    if json {
      doorway.terminal.data(report.json + "\n")
    } else {
      page.show(on: doorway.terminal)
    }
    let series = TripSeries(setup: setup.name, trips: [report])
    guard desk.write(series, history: works.clouds(of: setup).book) else {
      throw ExitCode(Problem.Outcome.couldNotAsk.rawValue)
    }
    guard report.verdict == .pass else { throw ExitCode(page.problem.outcome.rawValue) }
  }
}
