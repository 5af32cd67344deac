import ArgumentParser
import Console
import Ground
import Logbook

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
    let doorway = Doorway(common)
    // Where a person is asked, the question heeds Ctrl-C.
    if !yes, !dryRun, doorway.isInteractive { return try await forget(doorway) }
    try await Signals.interruptible(saying: CalledOff.command.problem) {
      try await forget(doorway)
    }
  }

  private func forget(_ doorway: Doorway) async throws {
    let name = try SetupName(name)
    let setup = try await doorway.openKnown(
      name, asksClouds: !dryRun && !keepIntegration, needsSecrets: false)
    // Whoever has the setup has its lock: held until all is over, whatever the optimizer thinks.
    defer { withExtendedLifetime(setup) {} }
    let works = Works(surroundings: doorway.surroundings(), console: nil)
    if !dryRun, !keepIntegration {
      try await Restoration(clouds: works.clouds(of: setup)).run()
    }
    let forgetting = Forgetting(
      setup: setup, works: works,
      doorway: doorway, agreed: { try await agreed($0, doorway) })
    let objects = keepIntegration ? [] : try forgetting.objects
    if dryRun { return forgetting.tell(objects) }
    try await forgetting.unmake(objects)
    guard try await agreed("Remove setup \(name.text) and its secrets?", doorway) else {
      return doorway.terminal.say("The setup stays.")
    }
    try forgetting.remove()
  }

  private func agreed(_ question: String, _ doorway: Doorway) async throws -> Bool {
    if yes { return true }
    guard doorway.isInteractive else {
      throw Problem(
        code: "answer-missing", title: "Forgetting needs a yes",
        attempt: "Nobody is at the terminal to say it.", evidence: [question],
        next: "Add `--yes`.", outcome: .usage)
    }
    let reader = LineReader { doorway.terminal.traits }
    guard case .line(let line) = await reader.readLine(Prompt("\(question) (yes/no) [no]")) else {
      return false
    }
    return Consent.yes.contains(line.trimmed.lowercased())
  }
}
