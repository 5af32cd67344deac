import ArgumentParser
import Core
import Foundation
import Storage
import Terminal

/// The entrance: arguments in, an exit code out, and every error as a page.
@main
struct EntryPoint {
  static func main() {
    TerminalOutput.prepareProcess()
    if let problem = ProcessLimits.problem { end(with: problem) }
    Task.detached { await perform() }
    // The work is done on other threads, and one of them ends the program.
    while true { pause() }
  }

  private static func perform() async {
    // What this program writes is its owner's alone, SQLite's side files too.
    _ = UserFile.usersMask
    let arguments = CommandLineArguments(Array(CommandLine.arguments.dropFirst()))
    do { try await enter(arguments) } catch { leave(error, arguments) }
    end(EXIT_SUCCESS)
  }

  private static func enter(_ arguments: CommandLineArguments) async throws {
    guard let recording = arguments.recording else { return try await Program.run(arguments) }
    // A command that is refused makes no file.
    _ = try Program.parseAsRoot(arguments.withTopics)
    let home = StateDirectory.locate(
      flag: arguments.home, environment: ProcessInfo.processInfo.environment)
    try UserFile(recording).check(outside: home)
    try await Line.recording(
      into: recording, of: ProgramVersion.text, telling: { show($0) }
    ) {
      try await Program.run(arguments)
    }
  }

  private static func leave(_ error: any Error, _ arguments: CommandLineArguments) -> Never {
    if let code = error as? ExitCode { end(code.rawValue) }
    // It is said at the end.
    if let lost = error as? OutputFailure { end(lost.problem.outcome.rawValue) }
    if let problem = (error as? any Explained)?.problem { end(with: problem) }
    if let unknown = arguments.unknownTopic(among: Program.names) { end(with: unknown) }
    // The parser would show the help of the wizard, whose hidden name nobody typed.
    if arguments.asksForHelp, let unknown = arguments.unknownCommand(among: Program.names) {
      end(with: unknown)
    }
    // What was asked for, such as a completion script: it is said, and no refusal.
    if Program.exitCode(for: error).isSuccess {
      let message = Program.fullMessage(for: error)
      let text = CompletionScript(message)?.completed ?? message
      _ = OutputSink.descriptor(STDOUT_FILENO).write(text + "\n")
      end(EXIT_SUCCESS)
    }
    if let unknown = arguments.unknownCommand(among: Program.names) { end(with: unknown) }
    if Program.exitCode(for: error) == .validationFailure {
      end(with: arguments.refused(Program.message(for: error)))
    }
    _ = OutputSink.descriptor(STDERR_FILENO).write(Program.fullMessage(for: error) + "\n")
    end(Program.exitCode(for: error).rawValue)
  }

  private static func end(with problem: Problem) -> Never {
    if CommandLine.arguments.contains("--json") {
      _ = OutputSink.descriptor(STDOUT_FILENO).write(ProblemObject(problem).line + "\n")
    }
    show(problem)
    end(problem.outcome.rawValue)
  }

  /// The one way out. Output that was lost is an error, whatever else came of the run; a reader
  /// that has gone, as `head` does, is none.
  private static func end(_ code: Int32) -> Never {
    if let lost = StandardStreams.failure(on: .output), lost != .readerGone {
      show(lost.problem)
      TerminalOutput.endProcess(with: lost.problem.outcome.rawValue)
    }
    if code == EXIT_SUCCESS, let lost = StandardStreams.failure(on: .error), lost != .readerGone {
      TerminalOutput.endProcess(with: lost.problem.outcome.rawValue)
    }
    TerminalOutput.endProcess(with: code)
  }

  private static func show(_ problem: Problem) {
    let plain = CommandLine.arguments.contains("--plain")
    TerminalOutput.standard(
      environment: ProcessInfo.processInfo.environment, plain: plain, words: .error,
      catalog: LanguageSelection.catalog
    ).show(problem.ending(in: .shell))
  }
}
