import Core
import Foundation
import Guide
import HTTP
import Storage
import Synchronization
import Terminal

/// What every command finds when it comes in: built once, from the options and the environment.
struct CommandContext {
  let options: CommonOptions
  let environment: [String: String]
  let terminal: TerminalOutput
  let home: StateDirectory
  /// What the person reads.
  let catalog: PhraseCatalog
  private let shelf = Shelf()

  /// The guide and the logbook, once they were read: a long one takes its time each time.
  private final class Shelf: Sendable {
    let guide = Mutex<GuideDocument?>(nil)
    let book = Mutex<LogStore?>(nil)
  }

  /// - Parameter json: standard output holds data only; words go to the error stream.
  init(
    _ options: CommonOptions, json: Bool = false, home: StateDirectory? = nil,
    output: OutputSink? = nil
  ) {
    self.options = options
    environment = ProcessInfo.processInfo.environment
    catalog = LanguageSelection.catalog
    terminal = TerminalOutput.standard(
      environment: environment, plain: options.plain, words: json ? .error : .output,
      catalog: catalog, output: output ?? .descriptor(STDOUT_FILENO))
    self.home = home ?? StateDirectory.locate(flag: options.home, environment: environment)
    if case .live = Line.present { return }
    Line.present.know(knownSecrets)
  }

  /// A person can be asked.
  var isInteractive: Bool { terminal.traits.interactive }

  func guide() throws -> GuideDocument {
    if let guide = shelf.guide.withLock({ $0 }) { return guide }
    let guide = try GuideDocument.load(from: guideFolder(), language: catalog.language)
    shelf.guide.withLock { $0 = guide }
    return guide
  }

  func book() throws -> LogStore {
    if let book = shelf.book.withLock({ $0 }) { return book }
    let book = try LogStore(home: home)
    shelf.book.withLock { $0 = book }
    return book
  }

  func guideFolder() throws -> String {
    try GuideFolder.find(
      explicit: options.guides, executable: CommandContext.executable, environment: environment)
  }

  /// - Parameter practice: the practice clouds' addresses, which win over flags.
  func requestContext(
    particleURL: String? = nil, blynkURL: String? = nil,
    webhookCallsPerMinute: Int = RequestContext.usualWebhookCallsPerMinute
  ) -> RequestContext {
    RequestContext(
      home: home, environment: environment,
      particleURL: particleURL ?? options.particleURL?.withoutEndSlash,
      blynkURL: blynkURL ?? options.blynkURL?.withoutEndSlash, guides: options.guides,
      timeout: .milliseconds(Int(options.timeout * 1000)), transport: transport(),
      terminal: terminal, now: { Date() }, clock: ContinuousClock(),
      webhookCallsPerMinute: isReplayed ? 0 : webhookCallsPerMinute, isReplayed: isReplayed)
  }

  /// No cloud counts the calls of a replay.
  var isReplayed: Bool { if case .replayed = Line.present { true } else { false } }

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
      userAgent: "footbridge/\(Program.version)",
      network: NetworkSettings(environment: environment), observe: observe)
    if !quiet, case .recorded(let recorder) = Line.present { return live.recorded(by: recorder) }
    return live
  }

  /// The secrets of all setups, and those that stand in the environment.
  var knownSecrets: [Secret] {
    SecretsFile(home: home).all + CommandContext.tokens(in: environment)
  }

  /// A token that stands in the environment may travel before anybody has typed it.
  private static func tokens(in environment: [String: String]) -> [Secret] {
    secretVariables.compactMap { variable, name in
      environment[variable].map { Secret($0, name: name) }
    }
  }

  /// The environment without its tokens: for the programs that this one starts.
  var environmentOfChildren: [String: String] {
    CommandContext.withoutTokens(environment)
  }

  static func withoutTokens(_ environment: [String: String]) -> [String: String] {
    environment.filter { secretVariables[$0.key] == nil }
  }

  private static let secretVariables = [
    "PARTICLE_ACCESS_TOKEN": "particle.access_token", "BLYNK_AUTH_TOKEN": "blynk.auth_token",
    "BLYNK_CLIENT_SECRET": "blynk.client_secret",
  ]

  static var executable: String {
    Bundle.main.executablePath ?? CommandLine.arguments[0]
  }
}
