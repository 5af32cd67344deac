import Ground
import Logbook
import Wire

/// All setups of a home, to be worked on at once: one logbook, one pace and one set of event
/// streams for them together.
struct FleetHome: Sendable {
  let names: [String]
  let doorway: Doorway
  let surroundings: Surroundings
  let pace: CloudPace
  let turns = DeviceTurns()
  private let book: Book
  private let streams: SharedStreams

  /// A stream that was silent for so long has lost its line (particle-cloud §5.4).
  private static let silence = Duration.seconds(15)

  init(_ options: FleetOptions, doorway: Doorway, webhookLimit: Int? = nil) throws {
    guard doorway.home.exists else { throw SetupName.unknown(nil, among: []) }
    book = try doorway.book()
    let setups = try book.setups()
    guard !setups.isEmpty else { throw SetupName.unknown(nil, among: []) }
    names = try options.part().part(of: setups)
    self.doorway = doorway
    var surroundings = doorway.surroundings(
      webhookCallsPerMinute: webhookLimit ?? Surroundings.usualWebhookCallsPerMinute)
    let terminal = doorway.terminal
    pace = CloudPace(
      calls: options.particleLimit, streams: options.streamLimit, clock: surroundings.clock
    ) { terminal.say($0) }
    let url = surroundings.particleURL ?? Bindings.particleCloud
    streams = SharedStreams(
      pace.counting(surroundings.transport, to: url), silence: FleetHome.silence)
    surroundings.transport = streams.shared
    self.surroundings = surroundings
    // Read once, before many want it at the same time.
    _ = try doorway.guide()
  }

  /// Opens a setup if nobody else holds it: one that waits would keep others from their turn.
  func open(_ name: String) throws -> OpenSetup {
    let lock = try SetupLock(setup: name, home: doorway.home)
    return try OpenSetup(
      name: name, guide: doorway.guide(), home: doorway.home, lock: lock, book: book,
      now: surroundings.now)
  }

  func close() { streams.close() }
}

/// Why a setup was not looked at, when others were.
struct FleetObstacle: Sendable, Equatable {
  let code: String
  let words: String
  let fix: String

  /// Nothing of it was proven yet.
  static let unfinished = FleetObstacle(
    code: unfinishedCode, words: "Nothing is proven yet", fix: "`footbridge setup` goes on.")
  private static let unfinishedCode = "setup-unfinished"

  private init(code: String, words: String, fix: String) {
    (self.code, self.words, self.fix) = (code, words, fix)
  }

  init(_ error: any Error) {
    guard let problem = (error as? any Explained)?.problem else {
      (code, words, fix) = ("unknown", "\(type(of: error))", "Try this setup by itself.")
      return
    }
    let isUnfinished = problem.code == "answer-missing"
    code = isUnfinished ? FleetObstacle.unfinishedCode : problem.code
    let seen = problem.evidence.joined(separator: " · ")
    let title = isUnfinished ? "It is not set up to its end" : problem.title
    words = seen.isEmpty ? title : "\(title) (\(seen))"
    fix = problem.next
  }
}
