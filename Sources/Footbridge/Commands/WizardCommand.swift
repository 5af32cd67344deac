import ArgumentParser
import Console

/// `footbridge` without a command: the wizard.
struct WizardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "walk", abstract: "Go on with the half-done setup, or start one.",
    shouldDisplay: false)

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let doorway = Doorway(common)
    if doorway.isInteractive { return try await Wizard(options: common).run(nil) }
    var setup = SetupCommand()
    setup.common = common
    try await setup.run()
  }
}
