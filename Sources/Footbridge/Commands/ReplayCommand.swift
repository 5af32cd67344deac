import ArgumentParser
import Console
import Ground
import Wire

/// `footbridge replay FILE.har -- COMMAND…`.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Run a command against a recording, without any network.",
    usage: """
      footbridge replay FILE.har -- COMMAND…
      footbridge replay FILE.har --realtime -- COMMAND…
      """,
    discussion: """
      The command runs as ever, and each request gets what was recorded of the very same request; \
      nothing is sent. Equal requests get their answers in the recorded order, then the last one \
      again. For a secret in the recording stands the one that you have. What the command keeps, \
      it keeps: give it a --home of its own to leave yours alone.

      Exit codes: the command's own; 2 a request is not in the recording; 65 the file is no \
      recording.
      """)

  @Argument(help: ArgumentHelp("The recording.", valueName: "file.har"))
  var file: String

  @Flag(help: "Answers and events take the time they took; else they come at once.")
  var realtime = false

  @Argument(parsing: .postTerminator, help: "The command, with its options.")
  var command: [String] = []

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let arguments = Arguments(command.first == "footbridge" ? Array(command.dropFirst()) : command)
    try ReplayCommand.refuse(arguments)
    let replay = Replay(try Recording.read(file), pace: realtime ? .realTime : .atOnce)
    do {
      try await Line.$present.withValue(.replayed(replay)) { try await Door.perform(arguments) }
    } catch {
      // After a miss all else is a consequence of it.
      throw replay.miss ?? error
    }
    if let miss = replay.miss { throw miss }
  }

  /// What has clouds of its own, or none, has nothing to replay.
  private static func refuse(_ arguments: Arguments) throws {
    let name = arguments.command
    let isOdd = name.map { ["replay", "show", "practice"].contains($0) } ?? false
    guard arguments.given.isEmpty || isOdd || arguments.recording != nil else { return }
    throw Problem(
      code: "usage", title: "There is nothing to replay",
      attempt: "I looked for the command behind `--`:",
      evidence: [arguments.given.isEmpty ? "nothing" : arguments.given.joined(separator: " ")],
      causes: """
        A command that asks the clouds can be replayed, such as `test`, `doctor` or `setup`. \
        `practice` brings its own clouds, and what is replayed is recorded already.
        """,
      next: "`footbridge replay FILE.har -- test` runs a round trip against the recording.",
      outcome: .usage)
  }
}
