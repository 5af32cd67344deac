import Wire

/// What practice clouds are put together from.
struct PracticeParts: Sendable {
  let particle: ParticlePracticeCloud
  let blynk: BlynkPracticeCloud
  let faults = Faults()
  let log = RequestLog()
  let time: PracticeTime

  init(
    _ world: PracticeWorld, settings: PracticeSettings, transport: Transport,
    onChange: @escaping @Sendable () async -> Void
  ) {
    time = settings.time
    blynk = BlynkPracticeCloud(
      account: world.blynk, settings: settings.blynk, faults: faults, time: settings.time,
      transport: transport, onChange: onChange)
    particle = ParticlePracticeCloud(
      account: world.particle, settings: settings.particle, faults: faults, time: settings.time,
      transport: transport,
      chance: PracticeChance(seed: settings.seed &+ UInt64(world.openings)),
      compiler: Compilation.firmware(clock: settings.deviceClock), onChange: onChange)
  }

  /// The world as it is now.
  ///
  /// - Parameter frame: gives what no account holds.
  func world(in frame: PracticeWorld) async -> PracticeWorld {
    var world = frame
    world.particle = await particle.account
    world.blynk = await blynk.account
    return world
  }

  /// Puts both accounts back, and restarts the device.
  func restore(_ world: PracticeWorld) async {
    await blynk.restore(world.blynk)
    await particle.restore(world.particle)
  }

  /// Waits until neither cloud has a call or a reboot under way.
  func settle() async {
    repeat {
      await blynk.settle()
      await particle.settle()
    } while await blynk.isBusy
  }

  /// Ends calls, streams and programs.
  func stop() async {
    await blynk.stop()
    await particle.stop()
  }

  /// A cloud's answers, each noted in the log.
  func logged(
    _ cloud: String, _ handler: @escaping PracticeServer.Handler
  ) -> PracticeServer.Handler {
    { request in
      let reply = await handler(request)
      let query = request.rawQuery.map { "?\($0)" } ?? ""
      log.note(
        RequestLog.Entry(
          cloud: cloud, method: request.method, target: request.path + query, status: reply.status,
          at: time.now()))
      return reply
    }
  }
}
