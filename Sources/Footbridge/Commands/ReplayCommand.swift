import ArgumentParser
import Core
import HTTP
import Recording
import Terminal

/// `footbridge replay FILE.har -- COMMAND…`.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Run a command against a recording, without any network.",
    usage: """
      footbridge replay FILE.har -- COMMAND…
      footbridge replay FILE.har --realtime -- COMMAND…
      footbridge replay FILE.har --diff [--particle-url URL] [--blynk-url URL]
      """,
    discussion: """
      The command runs as ever, and each request gets what was recorded of the very same request; \
      nothing is sent. Equal requests get their answers in the recorded order, then the last one \
      again. For a secret in the recording stands the one that you have. What the command keeps, \
      it keeps: give it a --home of its own to leave yours alone.

      With --diff the clouds are asked what the recording holds, and their answers compared: the \
      same status, the same fields? What writes and what listens is left alone.

      Exit codes: the command's own; with --diff 1 an answer differs; 2 a request is not in the \
      recording; 65 the file is no recording.
      """)

  @Argument(
    help: ArgumentHelp("The recording.", valueName: "file.har"), completion: .file())
  var file: String

  @Flag(help: "Answers and events take the time they took; else they come at once.")
  var realtime = false

  @Flag(help: "Compare the recording with the clouds as they answer now.")
  var diff = false

  @Argument(parsing: .postTerminator, help: "The command, with its options.")
  var command: [String] = []

  @OptionGroup var common: CommonOptions

  func run() async throws {
    if diff {
      return try await Signals.interruptible(saying: CalledOff.command.problem) {
        try await compare()
      }
    }
    let arguments = CommandLineArguments(
      command.first == "footbridge" ? Array(command.dropFirst()) : command)
    try ReplayCommand.refuse(arguments)
    let recording = try HTTPArchive.read(file).redacted(
      knowing: CommandContext(common).knownSecrets)
    let replay = Replay(recording, pace: realtime ? .realTime : .atOnce)
    do {
      try await Line.$present.withValue(.replayed(replay)) {
        try await Program.run(inside: arguments)
      }
    } catch {
      // After a miss all else is a consequence of it.
      throw replay.miss ?? error
    }
    if let miss = replay.miss { throw miss }
    CommandContext(common, json: true).terminal.say(
      "That was a replay: nothing was sent, and it proves nothing of today.")
  }

  private func compare() async throws {
    let context = CommandContext(common)
    let requestContext = context.requestContext()
    let found = try await RecordingComparison(
      recording: try HTTPArchive.read(file).redacted(knowing: context.knownSecrets),
      particleURL: requestContext.particleURL,
      blynkURL: requestContext.blynkURL, secrets: try context.secretsOfAddresses(),
      transport: requestContext.transport, timeout: requestContext.timeout
    ).run()
    RecordingComparison.show(found, on: context.terminal)
    if !found.differences.isEmpty { throw ExitCode(Problem.Outcome.finding.rawValue) }
  }

  /// What has clouds of its own, or none, has nothing to replay.
  private static func refuse(_ arguments: CommandLineArguments) throws {
    let name = arguments.command
    let isOdd = name.map { ["replay", "show", "practice", "forget"].contains($0) } ?? false
    guard arguments.given.isEmpty || isOdd || arguments.recording != nil else { return }
    throw Problem(
      code: "usage", title: "There is nothing to replay",
      attempt: "I looked for the command behind `--`:",
      evidence: [
        arguments.given.isEmpty
          ? "nothing" : Phrase(verbatim: arguments.given.joined(separator: " "))
      ],
      causes: """
        A command that asks the clouds can be replayed, such as `test`, `doctor` or `setup`. \
        `practice` brings its own clouds, `forget` would take away a setup that is really yours, \
        and what is replayed is recorded already.
        """,
      next: "`footbridge replay FILE.har -- test` runs a round trip against the recording.",
      outcome: .usage)
  }
}
