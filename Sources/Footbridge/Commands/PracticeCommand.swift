import ArgumentParser
import Core
import Foundation
import SetupFlow
import Storage
import Terminal

/// `footbridge practice [--auto]`.
struct PracticeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "The whole walk on this machine, on practice clouds.",
    discussion: """
      Two practice clouds and a practice device run in this process, on loopback. What is \
      answered is kept, and `footbridge practice` goes on where it was left.
      """,
    subcommands: [PracticeServeCommand.self])

  @Flag(help: "Walk every step by itself, and end with a round trip.")
  var auto = false

  @OptionGroup var trust: PracticeTrust

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let context = CommandContext(common)
    if auto { return try await PracticeAuto(context: context).run() }
    guard context.isInteractive else {
      throw Problem(
        code: "answer-missing", title: "Practice needs a person",
        attempt: "Nobody is at the terminal to answer.",
        next: "Run `footbridge practice --auto`, or `footbridge practice serve` with "
          + "`footbridge setup --answers FILE`.", outcome: .usage)
    }
    trust.tellConfinement(context.terminal)
    let stage = try await PracticeSession.start(
      home: context.home.inside(PracticeSession.folder), transport: context.transport(quiet: true),
      change: trust.apply)
    let walk = WizardWalk(options: common, practice: stage)
    do { try await walk.run(try SetupName(PracticeSession.setupName)) } catch {
      await stage.clouds.stop()
      throw error
    }
    await stage.clouds.stop()
  }
}
