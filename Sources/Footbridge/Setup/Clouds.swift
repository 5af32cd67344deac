import BlynkAPI
import Core
import HTTP
import ParticleAPI
import Storage

/// Both clouds as a setup knows them, for one check or act. What is not answered yet is a problem
/// that names the question.
struct Clouds: Sendable {
  let setup: String
  let bindings: Bindings
  let console: PracticeConsole?
  let requestContext: RequestContext
  let scrubber: Scrubber
  let book: LogStore
  let tokens: TokenVersions
  /// The sketch was on the device once, as a check has seen.
  let wasFlashed: Bool

  func particle() throws -> ParticleCloud {
    ParticleCloud(
      url: bindings.particleURL, token: try accessToken(), transport: requestContext.transport,
      timeout: requestContext.timeout)
  }

  func blynk() throws -> BlynkCloud {
    BlynkCloud(
      url: try needed(bindings.blynkURL, "blynk.server"), token: try authToken(),
      transport: requestContext.transport, timeout: requestContext.timeout)
  }

  /// Blynk's Platform API, with a fresh token; for who has a client of it.
  func platform() async throws -> BlynkPlatform {
    let url = try needed(bindings.blynkURL, "blynk.server")
    let client = BasicLogin(
      user: try needed(bindings.plain("blynk.client_id"), "blynk.client_id"),
      password: try needed(bindings.secret("blynk.client_secret"), "blynk.client_secret"))
    let grant = try await PlatformLogin(
      url: url, client: client, transport: requestContext.transport, timeout: requestContext.timeout
    ).grant()
    return BlynkPlatform(
      url: url, token: grant.token, transport: requestContext.transport,
      timeout: requestContext.timeout)
  }

  /// Where else Blynk's account may live; a private or practice cloud has no other regions.
  var otherRegions: [String] {
    guard let url = bindings.blynkURL, isAnyRegion || BlynkCloud.regions.contains(url)
    else { return [] }
    return BlynkCloud.regions.filter { $0 != url }
  }

  /// `blynk.cloud` is the region nearest to whoever asks (blynk:region-nearest), so it says nothing
  /// of the account's.
  var isAnyRegion: Bool { bindings.blynkURL == "https://blynk.cloud" }

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
        attempt: "I needed the answer to this question of the guide:", evidence: [question],
        next: "`footbridge setup \(setup)` asks for it; in the wizard, so does `:set \(question)`.",
        outcome: .usage)
    }
    return value
  }
}
