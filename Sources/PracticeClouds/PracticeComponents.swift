import HTTP
import HTTPTestServer

/// What practice clouds are put together from.
struct PracticeComponents: Sendable {
  let particle: ParticlePracticeCloud
  let blynk: BlynkPracticeCloud
  let faults = Faults()
  let log = RequestLog()
  let doors: PracticeListeners
  let time: PracticeTime

  init(
    _ world: PracticeState, settings: PracticeSettings, transport: Transport,
    onChange: @escaping @Sendable () async -> Void
  ) {
    time = settings.time
    doors = PracticeListeners(settings: settings.server)
    let openings = UInt64(world.openings)
    blynk = BlynkPracticeCloud(
      account: world.blynk, settings: settings.blynk, faults: faults, time: settings.time,
      transport: transport,
      chance: PracticeChance(seed: settings.seed.map { $0 &- openings }), onChange: onChange)
    particle = ParticlePracticeCloud(
      account: world.particle, settings: settings.particle, faults: faults, time: settings.time,
      transport: transport,
      chance: PracticeChance(seed: settings.seed.map { $0 &+ openings }),
      compiler: HostCompilation.host(
        settings.compiler, sketches: settings.runsSketches, clock: settings.deviceClock),
      onChange: onChange)
  }

  /// Brings about what faults do beyond a cloud's own answers: ports that are shut or open again,
  /// and a device next to ours. Throws when a port is another program's by now.
  func followFaults() async throws(PracticeError) {
    if faults.isOn(.webhookWrongDevice), await neighbour.id() != nil { await settle() }
    try await doors.follow(faults)
  }

  /// Has the webhook find the device it calls by mistake.
  func introduce() async {
    await blynk.know(neighbour: { [neighbour] own in await neighbour.id(besides: own) })
  }

  private var neighbour: OtherDevice { OtherDevice(particle: particle, blynk: blynk) }

  /// The world as it is now.
  ///
  /// - Parameter frame: gives what no account holds.
  func world(in frame: PracticeState) async -> PracticeState {
    var world = frame
    world.particle = await particle.account
    world.blynk = await blynk.account
    return world
  }

  /// Puts both accounts back, and restarts the device.
  func restore(_ world: PracticeState) async {
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

  /// A cloud's answers, as its clients get them, each noted in the log.
  func logged(
    _ cloud: String, _ handler: @escaping PracticeServer.Handler
  ) -> PracticeServer.Handler {
    let handler = NetworkFault.between(handler) { [faults] _ in faults.onTheLine }
    return { request in
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
