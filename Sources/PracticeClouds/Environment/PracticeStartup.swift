import HTTP

/// The way from settings to open clouds.
struct PracticeStartup {
  let settings: PracticeSettings
  let transport: Transport

  func open() async throws -> PracticeEnvironment {
    settings.compiler.removeLeftovers()
    let ports = try PracticePorts(base: settings.portBase)
    let pulled = try settings.faults.map(Faults.fault(named:))
    let keeper = SnapshotWriter(deliver: settings.onChange)
    let world = try world()
    let parts = PracticeComponents(world, settings: settings, transport: transport) {
      await keeper.changed()
    }
    do {
      let (particle, blynk) = try await openDoors(ports, parts)
      let origin = try await inhabit(world, parts, particle: particle, blynk: blynk)
      for fault in pulled { parts.faults.set(fault, on: true) }
      try await parts.followFaults()
      let admin = try await PracticePorts.listen(
        ports.admin, settings: settings.server,
        handler: PracticeAdmin(parts: parts, origin: origin, pulled: pulled).answer)
      await keeper.begin { await parts.world(in: origin).snapshot() }
      await keeper.changed()
      return PracticeEnvironment(
        start: start(origin, admin: admin.port), parts: parts, admin: admin)
    } catch {
      await parts.stop()
      await parts.doors.close()
      throw error
    }
  }

  /// Both clouds, and the other regions of Blynk's on any free ports.
  private func openDoors(
    _ ports: PracticePorts, _ parts: PracticeComponents
  ) async throws(PracticeError) -> (particle: Int, blynk: Int) {
    let particle = try await parts.doors.open(
      ports.particle, shutBy: .particleUnreachable, parts.logged("particle", parts.particle.answer))
    let blynk = try await parts.doors.open(
      ports.blynk, shutBy: .networkUnreachable, impostor: .tlsUntrusted,
      parts.logged("blynk", parts.blynk.answer))
    var regions: [String: Int] = [:]
    for region in settings.blynk.otherRegions {
      regions[region] = try await parts.doors.open(
        0, shutBy: .networkUnreachable,
        parts.logged("blynk") { await parts.blynk.answer($0, in: region) })
    }
    await parts.blynk.listens(at: blynk, regions: regions)
    await parts.introduce()
    return (particle, blynk)
  }

  /// The kept world, or a new one.
  private func world() throws(PracticeError) -> PracticeState {
    var world = PracticeState(seed: settings.seed, now: settings.time.now())
    if let snapshot = settings.snapshot { world = try PracticeState(snapshot: snapshot) }
    world.openings += 1
    return world
  }

  /// Brings the world to its ports, and sets it up if that is asked for.
  private func inhabit(
    _ world: PracticeState, _ parts: PracticeComponents, particle: Int, blynk: Int
  ) async throws -> PracticeState {
    let here = try world.moved(particlePort: particle, blynkPort: blynk)
    try await FirstReport(particle: parts.particle, time: settings.time).wait {
      await parts.restore(here)
      if settings.ready { try await ReadySetup(parts: parts, world: here).setUp() }
    }
    await parts.settle()
    return await parts.world(in: here)
  }

  private func start(_ world: PracticeState, admin: Int) -> PracticeStart {
    PracticeStart(
      particle: "http://127.0.0.1:\(world.particlePort)",
      blynk: "http://127.0.0.1:\(world.blynkPort)",
      accessToken: world.particle.accessToken, deviceID: world.particle.deviceID,
      authToken: world.blynk.authToken, templateID: world.blynk.templateID,
      admin: "http://127.0.0.1:\(admin)", username: settings.particle.login.username,
      password: settings.particle.login.password, pid: settings.processID)
  }
}
