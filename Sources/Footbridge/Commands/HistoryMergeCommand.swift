import ArgumentParser
import Core
import Reports
import Trips

/// `footbridge history merge FILE…`.
struct HistoryMergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandLineArguments.merging, abstract: "Results of several runs as one table.",
    usage: "footbridge history merge <file> ... [--json]",
    discussion: """
      The files hold what `footbridge test --json` or `footbridge history --json` printed, such \
      as those of the shards of `test --all --shard I/N`. A trip that stands there twice counts \
      once.

      Exit codes, as one run over all would have: 0 all passed; 1 a leg failed or took too long; \
      2 one could not be judged; 65 a line is no report.
      """, shouldDisplay: false)

  @Argument(
    help: ArgumentHelp("Files of results; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Flag(help: "The reports as JSON, one a line, by setup and start; words on the error stream.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let terminal = CommandContext(common, json: json).terminal
    var results = TripResults()
    for file in files { try results.add(file: file) }
    let table = FleetTable(results.sorted.map { FleetRow($0) })
    if json { for report in results.sorted { terminal.data(report.json + "\n") } }
    guard !table.rows.isEmpty else { return terminal.say("No trip is in there.") }
    table.show(on: terminal)
    if let outcome = table.outcome { throw ExitCode(outcome.rawValue) }
  }
}
