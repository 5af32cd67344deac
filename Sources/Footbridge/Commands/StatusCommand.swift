import ArgumentParser
import Core
import SetupFlow
import Storage
import Terminal
import Trips

/// `footbridge status [NAME]`.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Where each setup stands: proven, open, skipped, drifted.",
    discussion: """
      It reads the logbook, and asks no cloud; `doctor` does. Only what a run that was cut off has \
      left is put back first, as by every command.
      """)

  @Argument(help: "One setup; all of them without it.")
  var name: String?

  @Flag(help: "One JSON object a setup, a line each.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let context = CommandContext(common, json: json)
    let all = try context.store.names()
    if let name, !all.contains(try SetupName(name).text) {
      throw StatusCommand.absent(context.store.unknown(name, among: all))
    }
    let chosen = name.map { [$0] } ?? all
    if chosen.isEmpty {
      context.terminal.say("There is no setup yet. `footbridge` starts one.")
      context.tellPracticeHome()
    }
    let setups = try chosen.map { try context.store.read(SetupName($0)) }
    if json {
      for setup in setups { context.terminal.data(StatusObject(setup).line + "\n") }
    } else {
      try context.sayAtLength { terminal in for setup in setups { try say(setup, terminal) } }
    }
  }

  /// Asked for by name, a setup that is not there is a finding, not a slip of the keyboard.
  private static func absent(_ unknown: Problem) -> Problem {
    var problem = unknown
    problem.outcome = .finding
    return problem
  }

  private func say(_ setup: OpenSetup, _ terminal: TerminalOutput) throws {
    let standings = StepStatusList(setup)
    terminal.say("\(setup.name): \(standings.settledWords)", .bold)
    terminal.table(
      standings.table(
        present: setup.state.step, width: terminal.traits.width,
        told: terminal.traits.catalog.told))
    for line in GuideChanges(setup).lines { terminal.say(line) }
    if let missing = MissingSecrets(setup) { terminal.say(missing.line, .warning) }
    let open = try Restoration.outstanding(of: setup.name, in: setup.book)
    if !open.isEmpty {
      terminal.say(
        "Still to be put back, as a run was cut off: \(Wording.list(open, "and")). "
          + "`footbridge doctor \(setup.name)` does it.", .warning)
    }
    terminal.pause()
  }
}
