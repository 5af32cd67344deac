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
  private let turns = DeviceTurns()
  private let book: Book
  private let streams: SharedStreams

  /// A stream that was silent for so long has lost its line (particle:stream-idle).
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

  /// Does something with one setup, when there is room for it at the clouds and its device is free.
  ///
  /// - Parameter obstacle: what came of it when the setup could not be had, or it failed.
  /// - Returns: nil when it was called off before it was done.
  func visit<Result>(
    _ name: String, for need: CloudPace.Need,
    _ act: (OpenSetup, Works) async throws -> Result, obstacle: (FleetObstacle) -> Result
  ) async -> Result? {
    do {
      return try await pace.within(need) {
        let setup = try open(name)
        defer { withExtendedLifetime(setup) {} }
        let works = Works(surroundings: surroundings, console: nil)
        let clouds = works.clouds(of: setup)
        return try await turns.within(clouds.bindings.deviceID ?? name) {
          try await Restoration(clouds: clouds).run()
          return try await act(setup, works)
        }
      }
    } catch is CancellationError {
      return nil
    } catch {
      return obstacle(FleetObstacle(error))
    }
  }

  /// Opens a setup if nobody else holds it: one that waits would keep others from their turn.
  private func open(_ name: String) throws -> OpenSetup {
    let setup = try doorway.openFree(name)
    if !doorway.isReplayed, let stranger = doorway.addresses.strangers(to: setup).first {
      throw CloudAddresses.problem(stranger, setup: name, home: doorway.options.home)
    }
    if let missing = MissingSecrets(setup) { throw missing.problem }
    return setup
  }

  func close() { streams.close() }
}
