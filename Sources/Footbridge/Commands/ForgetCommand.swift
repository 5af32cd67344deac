import ArgumentParser
import Core
import SetupFlow
import Storage
import Terminal

/// `footbridge forget NAME`.
struct ForgetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Remove a setup and its secrets, and what it made in the clouds.",
    discussion: """
      What Footbridge made in the clouds it offers to delete, newest first: Particle's \
      integration, and Blynk's device where it made that. Blynk's webhook and template, and both \
      tokens, are yours to remove in the consoles.
      """)

  @Argument(help: "The setup.")
  var name: String

  @Flag(help: "Do not ask: yes to everything.")
  var yes = false

  @Flag(help: "Say what would be removed, and remove nothing.")
  var dryRun = false

  @Flag(help: "Leave Particle's integration where it is.")
  var keepIntegration = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let context = CommandContext(common)
    // Where a person is asked, the question heeds Ctrl-C.
    if !yes, !dryRun, context.isInteractive { return try await forget(context) }
    try await Signals.interruptible(saying: CalledOff.command.problem) {
      try await forget(context)
    }
  }

  private func forget(_ context: CommandContext) async throws {
    let name = try SetupName(name)
    let setup = try await context.store.openKnown(
      name, asksClouds: !dryRun && !keepIntegration, needsSecrets: false)
    // Whoever has the setup has its lock: held until all is over, whatever the optimizer thinks.
    defer { withExtendedLifetime(setup) {} }
    let capabilities = context.capabilities()
    if !dryRun, !keepIntegration {
      try await capabilities.clouds(of: setup).device.putBack()
    }
    let forgetting = Forgetting(
      setup: setup, capabilities: capabilities, agreed: { try await agreed($0, context) })
    let objects = keepIntegration ? [] : try forgetting.objects
    if dryRun { return forgetting.tell(objects) }
    try await forgetting.unmake(objects)
    guard try await agreed("Remove setup \(name.text) and its secrets?", context) else {
      return context.terminal.say("The setup stays.")
    }
    try forgetting.remove()
  }

  private func agreed(_ question: Phrase, _ context: CommandContext) async throws -> Bool {
    if yes { return true }
    guard context.isInteractive else {
      throw Problem(
        code: "answer-missing", title: "Forgetting needs a yes",
        attempt: "Nobody is at the terminal to say it.", evidence: [question],
        next: "Add `--yes`.", outcome: .usage)
    }
    let reader = LineReader { context.terminal.traits }
    guard case .line(let line) = await reader.ask(Prompt("\(question) (yes/no) [no]")) else {
      return false
    }
    return YesNoWords.isYes(line)
  }
}
