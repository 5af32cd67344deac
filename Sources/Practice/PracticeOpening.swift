import Wire

/// The way from settings to open clouds.
struct PracticeOpening {
  let settings: PracticeSettings
  let transport: Transport

  func open() async throws -> PracticeClouds {
    let ports = try PracticePorts(base: settings.portBase)
    let pulled = try settings.faults.map(Faults.fault(named:))
    let keeper = SnapshotKeeper(deliver: settings.onChange)
    let world = try world()
    let parts = PracticeParts(world, settings: settings, transport: transport) {
      await keeper.changed()
    }
    var servers: [PracticeServer] = []
    do {
      servers.append(try await listen(ports.particle, "particle", parts, parts.particle.answer))
      servers.append(try await listen(ports.blynk, "blynk", parts, parts.blynk.answer))
      let origin = try await inhabit(world, parts, servers)
      for fault in pulled { parts.faults.set(fault, on: true) }
      let admin = PracticeAdmin(parts: parts, origin: origin, pulled: pulled)
      servers.append(
        try await PracticePorts.listen(
          ports.admin, settings: settings.server, handler: admin.answer))
      await keeper.begin { await parts.world(in: origin).snapshot() }
      await keeper.changed()
      return PracticeClouds(
        start: start(origin, servers.map(\.port)), parts: parts, servers: servers)
    } catch {
      await parts.stop()
      for server in servers { await server.stop() }
      throw error
    }
  }

  /// The kept world, or a new one.
  private func world() throws(PracticeError) -> PracticeWorld {
    var world = PracticeWorld(seed: settings.seed, now: settings.time.now())
    if let snapshot = settings.snapshot { world = try PracticeWorld(snapshot: snapshot) }
    world.openings += 1
    return world
  }

  /// Brings the world to its ports, and sets it up if that is asked for.
  private func inhabit(
    _ world: PracticeWorld, _ parts: PracticeParts, _ servers: [PracticeServer]
  ) async throws -> PracticeWorld {
    let here = try world.moved(particlePort: servers[0].port, blynkPort: servers[1].port)
    try await FirstReport(particle: parts.particle, time: settings.time).wait {
      await parts.restore(here)
      if settings.ready { try await ReadyWorld(parts: parts, world: here).setUp() }
    }
    await parts.settle()
    return await parts.world(in: here)
  }

  private func listen(
    _ port: Int, _ cloud: String, _ parts: PracticeParts,
    _ answer: @escaping PracticeServer.Handler
  ) async throws(PracticeError) -> PracticeServer {
    try await PracticePorts.listen(
      port, settings: settings.server, handler: parts.logged(cloud, answer))
  }

  private func start(_ world: PracticeWorld, _ ports: [Int]) -> PracticeStart {
    PracticeStart(
      particle: "http://127.0.0.1:\(ports[0])", blynk: "http://127.0.0.1:\(ports[1])",
      accessToken: world.particle.accessToken, deviceID: world.particle.deviceID,
      authToken: world.blynk.authToken, templateID: world.blynk.templateID,
      admin: "http://127.0.0.1:\(ports[2])", pid: settings.processID)
  }
}
