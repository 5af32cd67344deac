import Core
import Walkthrough

/// The values that the guide's prose and the clients are filled with.
///
/// A flag wins over the address that was kept, for this run only; whether the tokens may go there
/// is asked where the setup is opened.
struct Bindings: Sendable {
  static let particleCloud = "https://api.particle.io"
  static let functionName = "blynk_led"
  static let eventName = "blynk_https_get"
  /// The sketch's variables: how often its function was called, and with what.
  static let callsVariable = "calls"
  static let argumentVariable = "last_arg"

  let particleURL: String
  /// Nil until the server is known.
  let blynkURL: String?
  let deviceID: String?
  /// Where a person finds the secrets they gave.
  let secretsFile: String
  private let answers: [String: Answer]

  init(_ setup: OpenSetup, particleURL: String?, blynkURL: String?) {
    secretsFile = setup.secretsPath
    let names = setup.state.answers.keys
    answers = Dictionary(
      uniqueKeysWithValues: names.compactMap { name in setup.answer(to: name).map { (name, $0) } })
    self.particleURL =
      particleURL ?? Bindings.plain(answers[CloudAddresses.particleName]) ?? Bindings.particleCloud
    self.blynkURL = blynkURL ?? Bindings.plain(answers["blynk.server"])
    deviceID = Bindings.plain(answers["particle.device_id"])
  }

  /// Where Blynk's webhook calls the device.
  var webhookURL: String? {
    deviceID.map { "\(particleURL)/v1/devices/\($0)/\(Bindings.functionName)" }
  }

  var blynkHost: String? { blynkURL.map(Bindings.host) }

  /// Where Particle's integration sends what the device publishes.
  var integrationURL: String? { blynkURL.map { "\($0)/external/api/batch/update" } }

  func answer(_ name: String) -> Answer? { answers[name] }

  func plain(_ name: String) -> String? { Bindings.plain(answers[name]) }

  func secret(_ name: String) -> Secret? {
    if case .secret(let secret)? = answers[name] { secret } else { nil }
  }

  /// The answers that must never be seen.
  var secrets: [Secret] {
    answers.keys.sorted().compactMap(secret)
  }

  /// What kind of device it is, as far as it is known.
  var kind: DeviceKind? { DeviceKind.named(plain("particle.kind")) }

  /// Whether Blynk's Platform API can be asked.
  var hasPlatformClient: Bool {
    plain("blynk.client_id") != nil && secret("blynk.client_secret") != nil
  }

  /// Every name the guide may use, with its value as it may be shown.
  var shown: [String: String] {
    var values = answers.mapValues(\.shown)
    values["particle.url"] = particleURL
    values["blynk.url"] = blynkURL
    values["blynk.host"] = blynkHost
    values["webhook.url"] = webhookURL
    values["integration.url"] = integrationURL
    values["secrets.file"] = secretsFile
    values["function"] = Bindings.functionName
    values["event"] = Bindings.eventName
    values["particle.led"] = kind?.lightWords
    values["particle.connection"] = kind?.connection
    return values
  }

  /// Names that are filled without being asked.
  static let derivedNames: Set<String> = [
    "particle.url", "blynk.url", "blynk.host", "webhook.url", "integration.url", "function",
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
