import ArgumentParser
import Core
import Reports
import SetupFlow
import Storage
import Terminal

/// `footbridge doctor [NAME]`.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Every check again; what held and no longer does.",
    discussion: """
      --all looks at every setup, as many at once as --at-once says, within Particle's limits.

      Exit codes: 0 all of it holds; 1 something no longer holds; 2 could not ask.
      """)

  @Argument(help: "The setup; not needed when there is one.")
  var name: String?

  @Flag(help: "One JSON object on standard output; words go to the error stream.")
  var json = false

  @OptionGroup var fleet: FleetOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !fleet.all || name == nil else {
      throw ValidationError.saying("--all takes every setup: leave out the name, or --all.")
    }
  }

  func run() async throws {
    let context = CommandContext(common, json: json)
    try context.checkLibrary()
    if fleet.all {
      let outcome = try await FleetCheckup(
        home: context.fleet(fleet), store: context.store, atOnce: fleet.atOnce, isJSON: json
      ).run()
      if let outcome { throw ExitCode(outcome.rawValue) }
      return
    }
    try await Signals.interruptible(saying: CalledOff.examination.problem) {
      try await examine(try context.store.chosen(name), context)
    }
  }

  private func examine(_ name: SetupName, _ context: CommandContext) async throws {
    let setup = try await context.store.openKnown(name, needsSecrets: !json)
    // Whoever has the setup has its lock: held until all is over, whatever the optimizer thinks.
    defer { withExtendedLifetime(setup) {} }
    if let missing = MissingSecrets(setup)?.problem {
      context.terminal.show(missing)
      context.terminal.data(
        DoctorObject(setup.name, obstacle: FleetObstacle(missing)).line + "\n")
      throw ExitCode(missing.outcome.rawValue)
    }
    if !json { context.terminal.say(NetworkLine(environment: context.environment).text) }
    let capabilities = context.capabilities()
    try await capabilities.clouds(of: setup).device.putBack()
    let examination = Checkup(setup: setup, capabilities: capabilities)
    let findings = try await examination.look { finding, earlier in
      if !json { Checkup.say(finding, after: earlier, on: context.terminal) }
    }
    let object =
      findings.isEmpty
      ? DoctorObject(setup.name, obstacle: .unfinished) : DoctorObject(setup.name, findings)
    if json { context.terminal.data(object.line + "\n") }
    try conclude(findings, setup, context.terminal)
  }

  private func conclude(
    _ findings: [Checkup.Finding], _ setup: OpenSetup, _ terminal: TerminalOutput
  ) throws {
    let problems = findings.compactMap(\.problem)
    let open = StepStatusList(setup).openWords
    guard !findings.isEmpty else {
      terminal.say("Nothing is proven yet, so there is nothing to check.")
      if let open { terminal.say(open) }
      throw ExitCode(Problem.Outcome.couldNotAsk.rawValue)
    }
    guard !problems.isEmpty else {
      terminal.say(Checkup.allHolds(findings), .good)
      if let open { terminal.say(open) }
      return
    }
    let found = problems.contains { $0.outcome == .finding }
    throw ExitCode((found ? Problem.Outcome.finding : .couldNotAsk).rawValue)
  }
}
