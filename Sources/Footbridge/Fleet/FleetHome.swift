import Core
import HTTP
import Storage

/// All setups of a home, to be worked on at once: one logbook, one pace and one set of event
/// streams for them together.
struct FleetHome: Sendable {
  let names: [String]
  let context: CommandContext
  let requestContext: RequestContext
  let pace: RateLimiter
  let devices = SetupDevices()
  private let turns = DeviceQueue()
  private let book: LogStore
  private let streams: SharedStreams

  /// A stream that was silent for so long has lost its line (particle:stream-idle).
  private static let silence = Duration.seconds(15)

  init(_ options: FleetOptions, context: CommandContext, webhookLimit: Int? = nil) throws {
    guard context.home.exists else { throw SetupName.unknown(nil, among: []) }
    book = try context.book()
    let setups = try book.setups()
    guard !setups.isEmpty else { throw SetupName.unknown(nil, among: []) }
    names = try options.part().part(of: setups)
    self.context = context
    var requestContext = context.requestContext(
      webhookCallsPerMinute: webhookLimit ?? RequestContext.usualWebhookCallsPerMinute)
    let terminal = context.terminal
    pace = RateLimiter(
      calls: options.particleLimit, streams: options.streamLimit, clock: requestContext.clock
    ) { terminal.say($0) }
    let url = requestContext.particleURL ?? Bindings.particleCloud
    streams = SharedStreams(
      pace.counting(requestContext.transport, to: url), silence: FleetHome.silence)
    requestContext.transport = streams.shared
    self.requestContext = requestContext
    // Read once, before many want it at the same time.
    _ = try context.guide()
  }

  /// Does something with one setup, when there is room for it at the clouds and its device is free.
  ///
  /// - Parameter obstacle: what came of it when the setup could not be had, or it failed.
  /// - Returns: nil when it was called off before it was done.
  func visit<Result>(
    _ name: String, for need: RateLimiter.Need,
    _ act: (OpenSetup, Capabilities) async throws -> Result, obstacle: (FleetObstacle) -> Result
  ) async -> Result? {
    do {
      return try await pace.within(need) {
        let setup = try open(name)
        defer { withExtendedLifetime(setup) {} }
        let capabilities = Capabilities(requestContext: requestContext, console: nil)
        let clouds = capabilities.clouds(of: setup)
        return try await turns.within(clouds.bindings.deviceID ?? name) {
          try await Restoration(clouds: clouds).run()
          return try await act(setup, capabilities)
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
    let setup = try context.openFree(name)
    if !context.isReplayed, let stranger = context.addresses.strangers(to: setup).first {
      throw CloudAddresses.problem(stranger, setup: name, home: context.options.home)
    }
    if let missing = MissingSecrets(setup) { throw missing.problem }
    return setup
  }

  func close() { streams.close() }
}
