import Core
import Foundation
import HTTP
import PracticeClouds
import Storage
import Synchronization

/// Practice clouds in this process, as a walk sees them. Their world is kept with the practice
/// setup's secrets, as it is full of tokens, so that a walk can be resumed after anything.
package struct PracticeSession {
  /// Practice setups live apart from real ones, which they must never be mistaken for.
  package static let folder = "practice"
  /// What the one setup of a practice home is called.
  package static let setupName = "practice"
  static let worldName = "practice.world"

  /// The clouds themselves, to be stopped at the end.
  package let clouds: PracticeEnvironment
  /// Where the practice setup and its world are kept.
  package let home: StateDirectory

  /// What a person logs in to the practice account with.
  var login: PracticeLogin { clouds.login }

  /// Address of Particle's practice cloud.
  package var particleURL: String { clouds.start.particle }
  /// Address of Blynk's practice cloud.
  package var blynkURL: String { clouds.start.blynk }
  /// Address of the admin port.
  package var admin: String { clouds.start.admin }

  /// Starts the clouds with the world as it was left, or a new one.
  ///
  /// - Parameter change: what the person asked for.
  package static func start(
    home: StateDirectory, transport: Transport, change: (inout PracticeSettings) -> Void = { _ in }
  ) async throws -> PracticeSession {
    try home.prepare()
    let file = SecretsFile(home: home)
    let kept: Secret?
    do { kept = try file.secrets(of: setupName)[worldName] } catch let error {
      guard case .damaged(_, let reason, _) = error else { throw error }
      throw lostMemory(home, file, reason)
    }
    if try kept == nil && !LogStore(home: home).events(of: setupName).isEmpty {
      throw lostMemory(home, file, "what the practice clouds remember is not there")
    }
    var settings = PracticeSettings()
    change(&settings)
    settings.snapshot = kept.map { Array($0.open().utf8) }
    let unkept = Mutex<LogbookError?>(nil)
    settings.onChange = { world in
      let secret = Secret(String(decoding: world, as: UTF8.self), name: worldName)
      // Later on it is no reason to stop the clouds: the next change is kept with all before it.
      do throws(LogbookError) { try file.keep(secret, for: setupName) } catch {
        unkept.withLock { $0 = error }
      }
    }
    do {
      let clouds = try await PracticeEnvironment.start(settings, transport: transport)
      // A walk on a world that is not kept would find another one when it goes on.
      if let error = unkept.withLock({ $0 }) {
        await clouds.stop()
        throw error
      }
      return PracticeSession(clouds: clouds, home: home)
    } catch {
      guard case .snapshotDamaged? = error as? PracticeError else { throw error }
      throw lostMemory(home, file, "what the practice clouds remember stands there, damaged")
    }
  }

  /// A log without its world fits no other one: all of the practice folder goes out of the way.
  private static func lostMemory(_ home: StateDirectory, _ file: SecretsFile, _ reason: Phrase)
    -> Problem
  {
    let aside = home.putAside()
    let place: Phrase =
      aside.map { "I have moved the folder out of the way, as it is, to `\($0)`." }
      ?? "I have left the folder as it is."
    return Problem(
      code: "practice-state-damaged", title: "The practice clouds lost their memory",
      attempt: "I opened them as they were left:", evidence: [Phrase(verbatim: file.path), reason],
      causes: "\(place) Your own setups are not touched.",
      next: aside == nil
        ? "Move it out of the way. Then `footbridge practice` begins a new world."
        : "Start again: `footbridge practice` begins a new world.", outcome: .badData)
  }

  /// What a person would copy from the practice accounts' consoles.
  package var suggestions: [String: Suggestion] {
    let start = clouds.start
    return [
      "particle.access_token": Suggestion(
        text: start.accessToken, shown: "the practice account's"),
      "particle.device_id": Suggestion(
        text: start.deviceID, shown: Phrase(verbatim: start.deviceID)),
      "blynk.server": Suggestion(text: start.blynk, shown: Phrase(verbatim: start.blynk)),
      "blynk.auth_token": Suggestion(text: start.authToken, shown: "the practice account's"),
      "blynk.template_id": Suggestion(
        text: start.templateID, shown: Phrase(verbatim: start.templateID)),
    ]
  }
}
