import ArgumentParser
import SetupFlow
import Storage

/// `footbridge` without a command: the wizard.
struct WizardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "walk", abstract: "Go on with the half-done setup, or start one.",
    shouldDisplay: false)

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let context = CommandContext(common)
    if context.isInteractive { return try await WizardWalk(options: common).run(nil) }
    let kept = try context.store.names()
    let name = try SetupName(kept.count == 1 ? kept[0] : SetupName.usual)
    try await UnattendedSetup(name, .empty, flags: [:], context).run()
  }
}
