import Capabilities
import Core
import Storage
import Terminal
import Trips
import Walkthrough

/// Takes a setup away: first what it made in the clouds, newest first, then what is kept here.
package struct Forgetting {
  let setup: OpenSetup
  let capabilities: SetupCapabilities
  /// Asks a question that a yes answers.
  let agreed: (Phrase) async throws -> Bool

  /// Of that setup, which has to be open; nothing goes before `unmake` and `remove`.
  package init(
    setup: OpenSetup, capabilities: SetupCapabilities,
    agreed: @escaping (Phrase) async throws -> Bool
  ) {
    self.setup = setup
    self.capabilities = capabilities
    self.agreed = agreed
  }

  private var terminal: TerminalOutput { capabilities.terminal }
  private var home: StateDirectory { setup.home }

  /// What the setup's log says was made, newest first.
  package var objects: [MadeObject] {
    get throws {
      Teardown.made(
        by: try setup.book.walk(of: setup.name, inReplay: setup.isReplayed).map(\.event))
    }
  }

  /// Says what would go.
  package func tell(_ objects: [MadeObject]) {
    for object in objects { terminal.say("I would delete \(Teardown.words(object)).") }
    terminal.say(
      "I would remove setup \(setup.name), its log, its round trips and "
        + "\(Wording.count(setup.secrets.count, "secret")) from \(home.path).")
  }

  /// A cloud that cannot be asked stops it, with everything here still in place.
  package func unmake(_ objects: [MadeObject]) async throws {
    let unmaking = Teardown(clouds: capabilities.clouds(of: setup))
    for object in objects where try await agreed("Delete \(Teardown.words(object))?") {
      let outcome = try await deleting(object, unmaking)
      terminal.say("\(Teardown.words(object)): \(outcome).")
    }
  }

  /// A refusal says how to go on without the cloud.
  private func deleting(_ object: MadeObject, _ unmaking: Teardown) async throws -> Phrase {
    do { return try await unmaking.unmake(object) } catch let error as any Explained {
      var problem = error.problem
      problem.next += " Or leave it there: `footbridge forget \(setup.name) --keep-integration`."
      throw problem
    }
  }

  /// Takes away what is kept here, and says so. Throws what could not be removed.
  package func remove() throws {
    try SecretsFile(home: home).forget(of: setup.name)
    try setup.book.remove(setup.name)
    SetupLock.remove(setup: setup.name, home: home)
    terminal.say("Setup \(setup.name) and its secrets are gone from this machine.")
    if setup.isPractice || setup.secrets.isEmpty { return }
    terminal.say(
      "Left in the clouds, for you to end: Particle's access token, and in Blynk the webhook that "
        + "holds it, the device and its template.")
  }
}
