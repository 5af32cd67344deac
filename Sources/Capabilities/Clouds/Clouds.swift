import BlynkAPI
import Core
import HTTP
import ParticleAPI
import Walkthrough

/// Both clouds as a setup knows them, for one check or act. What is not answered yet is a problem
/// that names the question.
package struct Clouds: Sendable {
  /// The setup's name.
  package let setup: String
  /// Its answers, and what follows from them.
  package let bindings: Bindings
  /// Nil on the real clouds, where a person does that work.
  package let console: (any BlynkConsole)?
  /// What reaches outside.
  package let requestContext: RequestContext
  /// Turns known secrets into their names.
  package let scrubber: Scrubber
  /// What a check that writes goes by.
  package let device: DeviceAccess
  /// What happened in the setup so far.
  package let events: @Sendable () throws -> [WalkEvent]
  /// Makes a round trip.
  package let roundTrip: Capability.Check
  /// The sketch was on the device once, as a check has seen.
  package let wasFlashed: Bool

  /// Hands all of it in.
  package init(
    setup: String, bindings: Bindings, console: (any BlynkConsole)?,
    requestContext: RequestContext, scrubber: Scrubber, device: DeviceAccess,
    events: @escaping @Sendable () throws -> [WalkEvent], roundTrip: @escaping Capability.Check,
    wasFlashed: Bool
  ) {
    self.setup = setup
    self.bindings = bindings
    self.console = console
    self.requestContext = requestContext
    self.scrubber = scrubber
    self.device = device
    self.events = events
    self.roundTrip = roundTrip
    self.wasFlashed = wasFlashed
  }

  /// Particle, with the setup's token.
  package func particle() throws -> ParticleCloud {
    ParticleCloud(
      url: bindings.particleURL, token: try accessToken(), transport: requestContext.transport,
      timeout: requestContext.timeout)
  }

  /// Blynk's device API, with the setup's token.
  package func blynk() throws -> BlynkCloud {
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
  package var otherRegions: [String] {
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

  /// The device's ID at Particle.
  package func deviceID() throws -> String { try needed(bindings.deviceID, "particle.device_id") }

  func webhookURL() throws -> String { try needed(bindings.webhookURL, "particle.device_id") }

  /// Where Particle's integration sends to.
  package func integrationURL() throws -> String {
    try needed(bindings.integrationURL, "blynk.server")
  }

  func practiceConsole() throws -> any BlynkConsole { try needed(console, "practice.admin") }

  func needed<T>(_ value: T?, _ question: String) throws -> T {
    // A shell that opened that setup would leave practice.
    let next: Phrase? =
      console == nil ? nil : "`:set \(question)` takes it; `goto 1` begins with what is open."
    return try Clouds.needed(value, question, of: setup, next: next)
  }

  /// - Parameter next: the next move, where it is not the usual one.
  /// - Returns: the value; without one the setup lacks the answer to that question.
  package static func needed<T>(
    _ value: T?, _ question: String, of setup: String, next: Phrase? = nil
  ) throws -> T {
    guard let value else {
      throw Problem(
        code: "answer-missing", title: "An answer is missing",
        attempt: "I needed the answer to this question of the guide:",
        evidence: [Phrase(verbatim: question)],
        next: next
          ?? "In the wizard `:set \(question)` takes it; in a shell, `footbridge setup \(setup)`.",
        outcome: .usage)
    }
    return value
  }
}
