import Capabilities
import Core
import Foundation
import Guide
import HTTP
import Localization
import SetupFlow
import Storage
import Terminal

/// What every command finds when it comes in: built once, from the options and the environment.
struct CommandContext {
  let options: CommonOptions
  let environment: [String: String]
  let terminal: TerminalOutput
  let home: StateDirectory
  /// What the person reads.
  let catalog: PhraseCatalog
  /// Its setups.
  let store: SetupStore

  /// - Parameter json: standard output holds data only; words go to the error stream.
  init(
    _ options: CommonOptions, json: Bool = false, home: StateDirectory? = nil,
    output: OutputSink? = nil
  ) {
    self.options = options
    let environment = ProcessInfo.processInfo.environment
    let catalog = LanguageSelection.catalog
    self.environment = environment
    self.catalog = catalog
    terminal = TerminalOutput.standard(
      environment: environment, plain: options.plain, words: json ? .error : .output,
      catalog: catalog, output: output ?? .descriptor(STDOUT_FILENO))
    self.home = home ?? StateDirectory.locate(flag: options.home, environment: environment)
    let guides = options.guides
    store = SetupStore(
      home: self.home, homeFlag: options.home,
      addresses: CloudAddresses(
        particle: options.particleURL?.withoutEndSlash, blynk: options.blynkURL?.withoutEndSlash),
      terminal: terminal, isReplayed: CommandContext.isReplayed
    ) {
      let folder = try CommandContext.guideFolder(guides, environment)
      return try GuideDocument.load(from: folder, language: catalog.language)
    }
    if case .live = Line.present { return }
    Line.present.know(knownSecrets)
  }

  /// A person can be asked.
  var isInteractive: Bool { terminal.traits.interactive }

  func guideFolder() throws -> String {
    try CommandContext.guideFolder(options.guides, environment)
  }

  private static func guideFolder(
    _ flag: String?, _ environment: [String: String]
  ) throws -> String {
    try GuideFolder.find(
      explicit: flag, executable: CommandContext.executable, environment: environment)
  }

  /// - Parameter practice: the practice clouds' addresses, which win over flags.
  func requestContext(
    particleURL: String? = nil, blynkURL: String? = nil,
    webhookCallsPerMinute: Int = RequestContext.usualWebhookCallsPerMinute
  ) -> RequestContext {
    RequestContext(
      environment: environment, particleURL: particleURL ?? options.particleURL?.withoutEndSlash,
      blynkURL: blynkURL ?? options.blynkURL?.withoutEndSlash,
      timeout: .milliseconds(Int(options.timeout * 1000)), transport: transport(),
      progress: terminal, now: { Date() }, clock: ContinuousClock(),
      webhookCallsPerMinute: isReplayed ? 0 : webhookCallsPerMinute, isReplayed: isReplayed)
  }

  /// What can be looked at and done for setups of real clouds.
  func capabilities(
    webhookCallsPerMinute: Int = RequestContext.usualWebhookCallsPerMinute
  ) -> SetupCapabilities {
    SetupCapabilities(
      requestContext: requestContext(webhookCallsPerMinute: webhookCallsPerMinute),
      terminal: terminal)
  }

  /// No cloud counts the calls of a replay.
  var isReplayed: Bool { CommandContext.isReplayed }

  private static var isReplayed: Bool {
    if case .replayed = Line.present { true } else { false }
  }

  /// Finds out whether this machine can ask a cloud at all; a replay asks none.
  func checkLibrary() throws { if !isReplayed { try Transport.checkLibrary() } }

  /// - Parameter quiet: for the practice clouds' own requests, which are theirs and not this
  ///   program's to tell; their tokens are plain text of a practice world.
  func transport(quiet: Bool = false) -> Transport {
    let verbose = options.verbose && !quiet
    let error = OutputSink.descriptor(STDERR_FILENO)
    let observe: @Sendable (Exchange) -> Void = { exchange in
      if verbose { _ = error.write(ExchangeLine(exchange).text + "\n") }
    }
    if !quiet, case .replayed(let replay) = Line.present {
      return .replaying(replay, observe: observe)
    }
    let live = Transport.live(
      userAgent: "footbridge/\(ProgramVersion.text)",
      network: NetworkSettings(environment: environment), observe: observe)
    if !quiet, case .recorded(let recorder) = Line.present { return live.recorded(by: recorder) }
    return live
  }

  /// The secrets of all setups, and those that stand in the environment.
  var knownSecrets: [Secret] {
    SecretsFile(home: home).all + EnvironmentTokens.all(in: environment)
  }

  /// The secrets that may go to the addresses of this run: those of setups that were given for
  /// them, and those that stand in the environment.
  func secretsOfAddresses() throws -> [Secret] {
    let strange = try store.strangersSecrets()
    return knownSecrets.filter { !strange.contains($0) }
  }

  /// The environment without its tokens: for the programs that this one starts.
  var environmentOfChildren: [String: String] { EnvironmentTokens.removed(from: environment) }

  static var executable: String {
    Bundle.main.executablePath ?? CommandLine.arguments[0]
  }
}
