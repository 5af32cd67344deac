import Core

/// The values that the guide's prose and the clients are filled with.
///
/// A flag wins over the address that was kept, for this run only; whether the tokens may go there
/// is asked where the setup is opened.
package struct Bindings: Sendable {
  /// Particle's own address.
  package static let particleCloud = "https://api.particle.io"
  /// The function of the sketch that Blynk's webhook calls.
  package static let functionName = "blynk_led"
  /// The event that the sketch publishes.
  package static let eventName = "blynk_https_get"
  /// Under which Particle's address is kept: beside the answers, as what was found out.
  package static let particleURLName = "particle.url"
  /// The sketch's variable that says how often its function was called.
  static let callsVariable = "calls"
  /// The one that says with what it was called last.
  package static let argumentVariable = "last_arg"

  /// Where Particle is asked.
  package let particleURL: String
  /// Nil until the server is known.
  package let blynkURL: String?
  /// Nil until the device is named.
  package let deviceID: String?
  /// Where a person finds the secrets they gave.
  package let secretsFile: String
  private let answers: [String: Answer]

  /// - Parameters:
  ///   - particleURL: a flag's; nil takes the one that was kept.
  ///   - blynkURL: the same of Blynk's server.
  package init(
    answers: [String: Answer], secretsFile: String, particleURL: String?, blynkURL: String?
  ) {
    self.answers = answers
    self.secretsFile = secretsFile
    self.particleURL =
      particleURL ?? Bindings.plain(answers[Bindings.particleURLName]) ?? Bindings.particleCloud
    self.blynkURL = blynkURL ?? Bindings.plain(answers["blynk.server"])
    deviceID = Bindings.plain(answers["particle.device_id"])
  }

  /// Where Blynk's webhook calls the device.
  package var webhookURL: String? {
    deviceID.map { "\(particleURL)/v1/devices/\($0)/\(Bindings.functionName)" }
  }

  /// Its name without scheme and path.
  package var blynkHost: String? { blynkURL.map(Bindings.host) }

  /// Where Particle's integration sends what the device publishes.
  package var integrationURL: String? { blynkURL.map { "\($0)/external/api/batch/update" } }

  func answer(_ name: String) -> Answer? { answers[name] }

  /// An answer that may be seen.
  package func plain(_ name: String) -> String? { Bindings.plain(answers[name]) }

  /// An answer that may not.
  package func secret(_ name: String) -> Secret? {
    if case .secret(let secret)? = answers[name] { secret } else { nil }
  }

  /// The answers that must never be seen.
  package var secrets: [Secret] {
    answers.keys.sorted().compactMap(secret)
  }

  /// What kind of device it is, as far as it is known.
  package var kind: DeviceKind? { DeviceKind.named(plain("particle.kind")) }

  /// Whether Blynk's Platform API can be asked.
  package var hasPlatformClient: Bool {
    plain("blynk.client_id") != nil && secret("blynk.client_secret") != nil
  }

  /// Every name the guide may use, with its value as it may be shown.
  package var shown: [String: Phrase] {
    var values = texts.mapValues { Phrase(verbatim: $0) }
    values["particle.led"] = kind?.lightWords
    return values
  }

  /// Those that are the same in every language.
  private var texts: [String: String] {
    var values = answers.mapValues(\.shown)
    values[Bindings.particleURLName] = particleURL
    values["blynk.url"] = blynkURL
    values["blynk.host"] = blynkHost
    values["webhook.url"] = webhookURL
    values["integration.url"] = integrationURL
    values["secrets.file"] = secretsFile
    values["function"] = Bindings.functionName
    values["event"] = Bindings.eventName
    values["particle.connection"] = kind?.connection
    return values
  }

  /// Names that are filled without being asked.
  package static let derivedNames: Set<String> = [
    particleURLName, "blynk.url", "blynk.host", "webhook.url", "integration.url", "function",
    "event", "secrets.file", "particle.device_name", "particle.platform",
    "particle.led", "particle.connection",
  ]

  private static func plain(_ answer: Answer?) -> String? {
    if case .plain(let text)? = answer { text } else { nil }
  }

  private static func host(_ url: String) -> String {
    String(url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? "")
  }
}
