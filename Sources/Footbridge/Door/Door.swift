import ArgumentParser
import Console
import Foundation
import Ground

/// The entrance: arguments in, an exit code out, and every error as a page.
@main
struct Door {
  static func main() async {
    Terminal.prepareProcess()
    // What this program writes is its owner's alone, SQLite's side files too.
    _ = GivenFile.usersMask
    let arguments = Arguments(Array(CommandLine.arguments.dropFirst()))
    do {
      guard let recording = arguments.recording else { return try await run(arguments) }
      // A command that is refused makes no file.
      _ = try Program.parseAsRoot(arguments.withTopics)
      try await Line.recording(into: recording, telling: { show($0) }, { try await run(arguments) })
    } catch {
      leave(error, arguments)
    }
  }

  /// Runs a command that stands inside another one; what its parser refuses is a page of ours.
  static func perform(_ arguments: Arguments) async throws {
    do { _ = try Program.parseAsRoot(arguments.withTopics) } catch {
      if let unknown = arguments.unknownCommand(among: Program.names) { throw unknown }
      guard Program.exitCode(for: error) == .validationFailure else { throw error }
      throw arguments.refused(Program.message(for: error))
    }
    try await run(arguments)
  }

  private static func run(_ arguments: Arguments) async throws {
    var command = try Program.parseAsRoot(arguments.withTopics)
    if var command = command as? any AsyncParsableCommand {
      try await command.run()
    } else {
      try command.run()
    }
  }

  private static func leave(_ error: any Error, _ arguments: Arguments) -> Never {
    if let code = error as? ExitCode { exit(code.rawValue) }
    if let problem = (error as? any Explained)?.problem {
      show(problem)
      exit(problem.outcome.rawValue)
    }
    // What was asked for, such as a completion script: it is said, and no refusal.
    if Program.exitCode(for: error).isSuccess { Program.exit(withError: error) }
    if let unknown = arguments.unknownCommand(among: Program.names) {
      show(unknown)
      exit(unknown.outcome.rawValue)
    }
    if Program.exitCode(for: error) == .validationFailure {
      let refused = arguments.refused(Program.message(for: error))
      show(refused)
      exit(refused.outcome.rawValue)
    }
    Program.exit(withError: error)
  }

  private static func show(_ problem: Problem) {
    let plain = CommandLine.arguments.contains("--plain")
    Terminal.standard(
      environment: ProcessInfo.processInfo.environment, plain: plain, words: .error,
      catalogue: Speech.catalogue
    ).show(problem)
  }
}
