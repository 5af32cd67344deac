import Blynk
import Ground
import Logbook
import Particle

/// Both clouds as a setup knows them, for one check or act. What is not answered yet is a problem
/// that names the question.
struct Clouds: Sendable {
  let setup: String
  let bindings: Bindings
  let console: PracticeConsole?
  let surroundings: Surroundings
  let scrubber: Scrubber
  let book: Book

  func particle() throws -> ParticleCloud {
    ParticleCloud(
      url: bindings.particleURL, token: try accessToken(), transport: surroundings.transport,
      timeout: surroundings.timeout)
  }

  func blynk() throws -> BlynkCloud {
    BlynkCloud(
      url: try needed(bindings.blynkURL, "blynk.server"), token: try authToken(),
      transport: surroundings.transport, timeout: surroundings.timeout)
  }

  /// Where else Blynk's account may live; a private or practice cloud has no other regions.
  var otherRegions: [String] {
    guard let url = bindings.blynkURL, BlynkCloud.regions.contains(url) else { return [] }
    return BlynkCloud.regions.filter { $0 != url }
  }

  func accessToken() throws -> Secret {
    try needed(bindings.secret("particle.access_token"), "particle.access_token")
  }

  func authToken() throws -> Secret {
    try needed(bindings.secret("blynk.auth_token"), "blynk.auth_token")
  }

  func deviceID() throws -> String { try needed(bindings.deviceID, "particle.device_id") }

  func webhookURL() throws -> String { try needed(bindings.webhookURL, "particle.device_id") }

  func integrationURL() throws -> String { try needed(bindings.integrationURL, "blynk.server") }

  func practiceConsole() throws -> PracticeConsole { try needed(console, "practice.admin") }

  func needed<T>(_ value: T?, _ question: String) throws -> T {
    guard let value else {
      throw Problem(
        code: "answer-missing", title: "An answer is missing",
        attempt: "I needed this to look:", evidence: [question],
        next: "Give it with `:set \(question)`, or go to the step that asks it.", outcome: .usage)
    }
    return value
  }
}
