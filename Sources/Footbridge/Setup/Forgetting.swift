import Console
import Ground
import Journey
import Logbook

/// Takes a setup away: first what it made in the clouds, newest first, then what is kept here.
struct Forgetting {
  let setup: OpenSetup
  let works: Works
  let doorway: Doorway
  /// Asks a question that a yes answers.
  let agreed: (String) async throws -> Bool

  /// What the setup's log says was made, newest first.
  var objects: [MadeObject] {
    get throws {
      Unmaking.made(
        by: try setup.book.walk(of: setup.name, inReplay: setup.isReplayed).map(\.event))
    }
  }

  /// Says what would go.
  func tell(_ objects: [MadeObject]) {
    for object in objects { doorway.terminal.say("I would delete \(Unmaking.words(object)).") }
    doorway.terminal.say(
      "I would remove setup \(setup.name), its log, its round trips and "
        + "\(Wording.count(setup.secrets.count, "secret")) from \(doorway.home.path).")
  }

  /// A cloud that cannot be asked stops it, with everything here still in place.
  func unmake(_ objects: [MadeObject]) async throws {
    let unmaking = Unmaking(clouds: works.clouds(of: setup))
    for object in objects where try await agreed("Delete \(Unmaking.words(object))?") {
      let outcome = try await deleting(object, unmaking)
      doorway.terminal.say("\(Unmaking.words(object)): \(outcome).")
    }
  }

  /// A refusal says how to go on without the cloud.
  private func deleting(_ object: MadeObject, _ unmaking: Unmaking) async throws -> String {
    do { return try await unmaking.unmake(object) } catch let error as any Explained {
      var problem = error.problem
      problem.next += " Or leave it there: `footbridge forget \(setup.name) --keep-integration`."
      throw problem
    }
  }

  func remove() throws {
    try SecretsFile(home: doorway.home).forget(of: setup.name)
    try setup.book.remove(setup.name)
    SetupLock.remove(setup: setup.name, home: doorway.home)
    doorway.terminal.say("Setup \(setup.name) and its secrets are gone from this machine.")
  }
}
