import ArgumentParser

/// `footbridge`: its commands.
struct Program: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "footbridge",
    abstract: "From a Particle device to the Blynk cloud and back, one checked step at a time.",
    usage: """
      footbridge                go on with the half-done setup, or start one
      footbridge practice       try all of it on this machine, without a cloud
      footbridge test [NAME]    the switch is dead? A value, out and back
      footbridge doctor [NAME]  then: every step checked again
      """,
    discussion: """
      Exit codes: 0 it holds; 1 a leg or check failed; 2 could not ask or write (network, cloud, \
      rate limit, disk, port); 64 usage; 65 damaged state, guide or recording; 75 another process \
      holds the setup; 130 interrupted.

      Topics: `footbridge help causes`, `help warnings`, `help environment`, `help exit-codes`.

      Environment: FOOTBRIDGE_HOME, FOOTBRIDGE_GUIDES, FOOTBRIDGE_PROGRESS, PARTICLE_ACCESS_TOKEN, \
      BLYNK_AUTH_TOKEN, NO_COLOR, PAGER, CI, HTTPS_PROXY, NO_PROXY, CURL_CA_BUNDLE.
      """,
    version: ProgramVersion.text,
    subcommands: [
      WizardCommand.self, SetupCommand.self, StatusCommand.self, TestCommand.self,
      DoctorCommand.self, FirmwareCommand.self, GuideCommand.self, PracticeCommand.self,
      HistoryCommand.self, ForgetCommand.self, ExplainCommand.self, ReplayCommand.self,
      ShowCommand.self, HistoryMergeCommand.self,
    ],
    defaultSubcommand: WizardCommand.self)

  /// What may stand as the first word.
  static let names =
    configuration.subcommands.map { $0.configuration }.filter(\.shouldDisplay)
    .compactMap(\.commandName) + ["help"]
}

extension Program {
  /// Runs a command, with what was left to be put back done first.
  static func run(_ arguments: CommandLineArguments) async throws {
    var command = try Program.parseAsRoot(arguments.withTopics)
    if let command = command as? any PutsBackFirst {
      await InterruptedRestores.putBack(before: command)
    }
    if var command = command as? any AsyncParsableCommand {
      try await command.run()
    } else {
      try command.run()
    }
  }

  /// Runs a command that stands inside another one; what its parser refuses is a page of ours.
  static func run(inside arguments: CommandLineArguments) async throws {
    do { _ = try Program.parseAsRoot(arguments.withTopics) } catch {
      if let unknown = arguments.unknownCommand(among: Program.names) { throw unknown }
      guard Program.exitCode(for: error) == .validationFailure else { throw error }
      throw arguments.refused(Program.message(for: error))
    }
    try await run(arguments)
  }
}
