import ArgumentParser
import Capabilities
import Storage
import Trips

/// Which setups are taken, how many at once, and what the clouds allow.
struct FleetOptions: ParsableArguments {
  @Flag(help: "All setups, several at once: a line for each, and a table at the end.")
  var all = false

  @Option(help: ArgumentHelp("With --all: so many setups at once.", valueName: "n"))
  var atOnce = FleetOptions.usualAtOnce

  @Option(
    help: ArgumentHelp(
      "With --all: only part I of N, such as 2/4, by the alphabet; every setup is in one part.",
      valueName: "i/n"))
  var shard: String?

  @Option(
    help: ArgumentHelp(
      "With --all: calls that Particle takes in five minutes from one address; 0 is no limit.",
      valueName: "n"))
  var particleLimit = FleetOptions.usualParticleCalls

  @Option(
    help: ArgumentHelp(
      "With --all: event streams that Particle opens in five minutes for one address; setups of "
        + "one account share one. 0 is no limit.", valueName: "n"))
  var streamLimit = FleetOptions.usualStreams

  static let usualAtOnce = 10
  /// With the streams that are kept open for the next trip, below the 100 at once that Particle
  /// allows (particle:stream-limits).
  static let mostAtOnce = 50
  /// Particle's documented limits, in five minutes for one address (particle:rate-limits).
  static let usualParticleCalls = 10_000
  static let usualStreams = 100
  /// What one setup may need has to fit.
  static let leastParticleCalls = 100
  static let leastStreams = 2

  mutating func validate() throws {
    guard (1...FleetOptions.mostAtOnce).contains(atOnce) else {
      throw ValidationError.saying("--at-once takes a number of setups from 1 to 50.")
    }
    guard particleLimit == 0 || particleLimit >= FleetOptions.leastParticleCalls else {
      throw ValidationError.saying(
        "--particle-limit takes calls in five minutes, 100 or more; 0 is none.")
    }
    guard streamLimit == 0 || streamLimit >= FleetOptions.leastStreams else {
      throw ValidationError.saying(
        "--stream-limit takes streams in five minutes, 2 or more; 0 is none.")
    }
    if !all, shard != nil || atOnce != FleetOptions.usualAtOnce {
      throw ValidationError.saying("--shard and --at-once are of many setups: give --all too.")
    }
    _ = try part()
  }

  func part() throws -> Shard {
    guard let shard else { return .all }
    guard let part = Shard(shard) else {
      throw ValidationError.saying(
        "--shard takes a part and how many there are, such as 1/4 to 4/4; \(shard) is none.")
    }
    return part
  }
}

extension CommandContext {
  /// The setups of this home that are taken, and what is needed to work on them at once.
  func fleet(_ options: FleetOptions, webhookLimit: Int? = nil) throws -> FleetHome {
    guard home.exists else { throw SetupName.unknown(nil, among: []) }
    let setups = try store.book().setups()
    guard !setups.isEmpty else { throw SetupName.unknown(nil, among: []) }
    let fleet = FleetHome(
      try options.part().part(of: setups),
      requestContext: requestContext(
        webhookCallsPerMinute: webhookLimit ?? RequestContext.usualWebhookCallsPerMinute),
      terminal: terminal, callLimit: options.particleLimit, streamLimit: options.streamLimit)
    // Read once, before many want it at the same time.
    _ = try store.guide()
    return fleet
  }
}
