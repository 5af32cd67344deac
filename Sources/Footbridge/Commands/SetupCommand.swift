import ArgumentParser
import Core
import Foundation
import Guide
import SetupFlow
import Storage
import Terminal
import Walkthrough

/// `footbridge setup [NAME]`.
struct SetupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup", abstract: "Walk a named setup; with answers, unattended.",
    discussion: """
      At a terminal it asks. With --answers FILE (a flat YAML map of the guide's question names), \
      piped, or with CI set, it never asks: a missing answer ends it with 64. Run again, it goes \
      on where it stopped, and checks anew what was proven.
      """)

  @Argument(help: "The setup's name.")
  var name: String?

  @Option(
    help: ArgumentHelp("The way through the guide.", valueName: "blueprint|manual"),
    completion: .list(["blueprint", "manual"]))
  var path: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("One answer, no secret; may be repeated.", valueName: "question=answer"),
    completion: GuideNames.questions)
  var given: [String] = []

  @Option(
    help: ArgumentHelp("Answers, so that nobody needs to be there.", valueName: "file"),
    completion: .file())
  var answers: String?

  @Flag(help: "Print a commented answers file and end.")
  var printAnswers = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try CommonOptions.refuseEmpty([("--answers", answers)])
    if let path, GuidePath(rawValue: path) == nil {
      throw ValidationError.saying("--path takes blueprint or manual.")
    }
  }

  func run() async throws {
    if printAnswers {
      let context = CommandContext(common)
      return context.terminal.data(
        AnswersTemplate(guide: try context.store.guide(), catalog: context.catalog).text)
    }
    let name = try SetupName(name ?? SetupName.usual)
    let context = CommandContext(common)
    if answers == nil, context.isInteractive {
      return try await WizardWalk(options: common, presets: try flags(context)).run(name)
    }
    let sheet =
      try answers.map { try AnswersSheet.read($0, guide: context.store.guide()) } ?? .empty
    try await UnattendedSetup(name, sheet, flags: try flags(context), context).run()
  }

  /// The answers that were given by flags, by question name.
  private func flags(_ context: CommandContext) throws -> [String: String] {
    var flags: [String: String] = [:]
    for text in given {
      let guide = try context.store.guide()
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let question = guide.question(name) else {
        throw AnswersError.unknownFlag(
          name, nearest: Wording.nearest(name, among: guide.questions.map(\.name)))
      }
      guard !question.shape.isSecret, parts.count == 2 else {
        throw AnswersError.unfitFlag(name, isSecret: question.shape.isSecret, question.variable)
      }
      flags[name] = String(parts[1])
    }
    if let path { flags["path"] = path }
    return flags
  }
}
