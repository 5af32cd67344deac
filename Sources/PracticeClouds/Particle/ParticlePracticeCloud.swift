import HTTP

/// Particle's practice cloud: tokens, devices, events, integrations.
package actor ParticlePracticeCloud {
  /// What the account holds now: its tokens, devices, products and integrations.
  package internal(set) var account: ParticleAccount
  let settings: ParticlePracticeSettings
  /// What the account's owner logs in with.
  nonisolated var login: PracticeLogin { settings.login }
  let faults: Faults
  let time: PracticeTime
  let transport: Transport
  let compiler: HostCompilation.Compiler
  /// Told after each change of the account's structure, before the reply goes out.
  let onChange: @Sendable () async -> Void
  var chance: PracticeChance

  /// The programs that run now, by device id.
  var sketches: [String: RunningSketch] = [:]
  /// One listener for each running program, by device id.
  var listeners: [String: Task<Void, Never>] = [:]
  /// The devices whose programs want to hear of events.
  var subscribers: Set<String> = []
  /// The open event streams.
  var streams: [Int: EventStream] = [:]
  var streamsOpened = 0
  var keepAlive: Task<Void, Never>?
  /// Hooks and reboots under way.
  var errands: [Int: Task<Void, Never>] = [:]
  var errandsStarted = 0
  /// The errand that each integration began last, by the integration's id.
  var deliveries: [String: Int] = [:]
  /// What each integration did, by its id.
  var hookRecords: [String: HookRecord] = [:]
  /// Which hosts give hooks nothing but errors.
  var throttle = HookThrottle()
  /// Programs that need no compiler again.
  var shelf = BuildCache()
  /// What was compiled by request, the newest last.
  var binaries: [DeviceBinary] = []
  var loginGuard = LoginGuard()
  /// Second steps of logging in that are still to come.
  var challenges: [String] = []
  var counter = CallCounter()
  /// What the faults on events hold back.
  var eventDesk = EventReordering()

  /// - Parameter chance: for new tokens and ids.
  package init(
    account: ParticleAccount, settings: ParticlePracticeSettings, faults: Faults,
    time: PracticeTime, transport: Transport, chance: PracticeChance,
    compiler: @escaping HostCompilation.Compiler, onChange: @escaping @Sendable () async -> Void
  ) {
    self.account = account
    self.settings = settings
    self.faults = faults
    self.time = time
    self.transport = transport
    self.chance = chance
    self.compiler = compiler
    self.onChange = onChange
  }

  /// Puts an account in place and switches its devices on: each runs what it was last flashed with.
  /// Without one, the account stays as it is.
  package func restore(_ account: ParticleAccount? = nil) async {
    for id in Array(sketches.keys) { await halt(id) }
    if let account { self.account = account }
    (hookRecords, deliveries) = ([:], [:])
    throttle = HookThrottle()
    binaries = []
    (loginGuard, challenges, counter) = (LoginGuard(), [], CallCounter())
    fill()
    for device in self.account.devices { await boot(device.id) }
  }

  /// Ends streams, hooks and programs.
  package func stop() async {
    keepAlive?.cancel()
    for stream in streams.values { stream.line.finish() }
    for errand in errands.values { errand.cancel() }
    for id in Array(sketches.keys) { await halt(id) }
  }

  /// Waits until no hook and no reboot is under way.
  package func settle() async {
    while let errand = errands.first?.value { await errand.value }
  }

  /// Does something beside the reply; `settle` waits for it.
  ///
  /// - Returns: the errand's number, under which it can be found until it is over.
  @discardableResult
  func run(_ errand: @escaping @Sendable () async -> Void) -> Int {
    errandsStarted += 1
    let number = errandsStarted
    errands[number] = Task {
      await errand()
      errands[number] = nil
    }
    return number
  }

  /// The moment, as the cloud writes it.
  var timestamp: String { PracticeTime.stamp(time.now()) }
}
