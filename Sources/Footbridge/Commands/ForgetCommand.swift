import ArgumentParser
import Console
import Ground
import Logbook

/// `footbridge forget NAME`.
struct ForgetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Remove a setup and its secrets from this machine.",
    discussion: """
      What was made in the clouds stays there: Particle's integration, Blynk's webhook, the \
      template and the tokens are yours to remove in their consoles.
      """)

  @Argument(help: "The setup.")
  var name: String

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let doorway = Doorway(common)
    let name = try SetupName(name)
    let setup = try await doorway.openKnown(name)
    guard try await agreed(doorway) else { return doorway.terminal.say("Nothing was removed.") }
    try SecretsFile(home: doorway.home).forget(of: name.text)
    try setup.book.remove(name.text)
    SetupLock.remove(setup: name.text, home: doorway.home)
    doorway.terminal.say("Setup \(name.text) and its secrets are gone from this machine.")
  }

  private func agreed(_ doorway: Doorway) async throws -> Bool {
    if yes { return true }
    guard doorway.isInteractive else {
      throw Problem(
        code: "answer-missing", title: "Forgetting needs a yes",
        attempt: "Nobody is at the terminal to say it.", next: "Add `--yes`.", outcome: .usage)
    }
    let reader = LineReader { doorway.terminal.traits }
    let line = await reader.readLine(Prompt("Remove setup \(name) and its secrets? (yes/no) [no]"))
    return line == .line("yes")
  }
}
