import ArgumentParser
import Console
import Ground

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
      throw ValidationError("--all takes every setup: leave out the name, or --all.")
    }
  }

  func run() async throws {
    let doorway = Doorway(common, json: json)
    try doorway.checkLibrary()
    if fleet.all {
      let home = try FleetHome(fleet, doorway: doorway)
      return try await FleetExamination(home: home, atOnce: fleet.atOnce, isJSON: json).run()
    }
    try await Signals.interruptible(saying: CalledOff.examination.problem) {
      try await examine(try SetupName.chosen(name, from: doorway), doorway)
    }
  }

  private func examine(_ name: SetupName, _ doorway: Doorway) async throws {
    let setup = try await doorway.openKnown(name, needsSecrets: !json)
    // Whoever has the setup has its lock: held until all is over, whatever the optimizer thinks.
    defer { withExtendedLifetime(setup) {} }
    if let missing = MissingSecrets(setup)?.problem {
      doorway.terminal.show(missing)
      doorway.terminal.data(
        DoctorObject(setup.name, obstacle: FleetObstacle(missing)).line + "\n")
      throw ExitCode(missing.outcome.rawValue)
    }
    if !json { doorway.terminal.say(NetworkLine(environment: doorway.environment).text) }
    let works = Works(surroundings: doorway.surroundings(), console: nil)
    try await Restoration(clouds: works.clouds(of: setup)).run()
    let examination = Examination(setup: setup, works: works)
    let findings = try await examination.look { finding, earlier in
      if !json { Examination.say(finding, after: earlier, on: doorway.terminal) }
    }
    let object =
      findings.isEmpty
      ? DoctorObject(setup.name, obstacle: .unfinished) : DoctorObject(setup.name, findings)
    if json { doorway.terminal.data(object.line + "\n") }
    try conclude(findings, setup, doorway.terminal)
  }

  private func conclude(
    _ findings: [Examination.Finding], _ setup: OpenSetup, _ terminal: Terminal
  ) throws {
    let problems = findings.compactMap(\.problem)
    let open = Standings(setup).openWords
    guard !findings.isEmpty else {
      terminal.say("Nothing is proven yet, so there is nothing to check.")
      if let open { terminal.say(open) }
      throw ExitCode(Problem.Outcome.couldNotAsk.rawValue)
    }
    guard !problems.isEmpty else {
      terminal.say("\(Wording.count(findings.count, "check")), and all of it holds.", .good)
      if let open { terminal.say(open) }
      return
    }
    let found = problems.contains { $0.outcome == .finding }
    throw ExitCode((found ? Problem.Outcome.finding : .couldNotAsk).rawValue)
  }
}
