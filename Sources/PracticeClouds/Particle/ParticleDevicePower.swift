import DeviceSimulator

/// A device's life: booting, being flashed, losing the network.
struct ParticleDevicePower: Sendable {
  let context: ParticleContext

  private var publisher: ParticleEventPublisher { ParticleEventPublisher(context: context) }
  private var status: ParticleDeviceStatus { ParticleDeviceStatus(context: context) }

  /// Runs what the device was last flashed with, and passes on what it publishes.
  func boot(_ id: String, in store: isolated ParticleStore) async {
    await halt(id, in: store)
    await start(id, in: store)
    await connect(id, in: store)
  }

  /// Starts the program; what it registers is known from here on, and it has no connection yet.
  private func start(_ id: String, in store: isolated ParticleStore) async {
    guard let index = store.account.deviceIndex(id) else { return }
    store.changeDevice(at: index) {
      $0.lastHandshake = context.time.now()
      $0.lastHeard = context.time.now()
    }
    guard store.account.devices[index].isInSafeMode != true,
      let sketch = await sketch(of: store.account.devices[index], in: store)
    else { return }
    // Whatever started meanwhile makes way.
    await halt(id, in: store)
    // Listening before connecting, as the first thing the program does may be to publish.
    let listener = Task { [self, weak store] in
      for await event in sketch.events {
        if let store { await hear(event, from: id, in: store) }
      }
    }
    store.add(sketch, listener: listener, for: id)
  }

  private func connect(_ id: String, in store: isolated ParticleStore) async {
    let account = store.account
    let online = account.deviceIndex(id).map { account.devices[$0].isOnline } ?? false
    await connect(id, online, in: store)
  }

  /// The device's program, started. Only a source that compiled is kept; a program that does not
  /// start leaves the device without functions, as a crash would.
  private func sketch(
    of device: ParticleDevice, in store: isolated ParticleStore
  ) async -> RunningSketch? {
    let builder = ParticleSketchBuilder(context: context)
    guard let files = device.files,
      case .built(let build) = await builder.compile(files, device.platformID, in: store)
    else { return nil }
    return try? await build.start(device.isOnline)
  }

  /// Stops the device's program.
  func halt(_ id: String, in store: isolated ParticleStore) async {
    await store.removeProgram(of: id)?.stop()
  }

  /// Stops the programs of all devices.
  func haltAll(in store: isolated ParticleStore) async {
    for id in store.running { await halt(id, in: store) }
  }

  /// Puts a device on the network, or takes it off; the stream tells, as after a graceful
  /// disconnect (particle:event-online).
  ///
  /// - Parameter idOrName: nil is the first device.
  func set(
    _ idOrName: String?, online: Bool, in store: isolated ParticleStore
  ) async {
    guard let index = index(idOrName, in: store) else { return }
    guard store.account.devices[index].isOnline != online else { return }
    store.changeDevice(at: index) { $0.isOnline = online }
    let id = store.account.devices[index].id
    publisher.announce("spark/status", online ? "online" : "offline", from: id, in: store)
    await connect(id, online, in: store)
    await context.onChange()
  }

  /// A program that subscribes later than when it first comes online is not heard of.
  private func connect(
    _ id: String, _ online: Bool, in store: isolated ParticleStore
  ) async {
    guard let sketch = store.program(of: id) else { return }
    await sketch.connect(online)
    if online, await !sketch.subscriptions().isEmpty { store.subscribe(id) }
  }

  private func hear(
    _ event: RunningSketch.Event, from id: String, in store: isolated ParticleStore
  ) async {
    await context.time.hold(.publish, context.faults)
    guard let index = store.account.deviceIndex(id) else { return }
    let device = store.account.devices[index]
    guard status.isOnline(device), !context.faults.isOn(.eventNotPublished),
      !status.isInSafeMode(device)
    else { return }
    store.changeDevice(at: index) { $0.lastHeard = context.time.now() }
    publisher.deliver(
      publisher.event(event.name, event.data, from: id, in: store), in: store)
  }

  /// The events of an update over the air, in the order of particle:event-update-order; the
  /// trailing spaces are the real ones.
  func update(_ id: String, in store: isolated ParticleStore) async {
    publisher.announce("spark/flash/status", "started ", from: id, in: store)
    publisher.announce("spark/flash/status", "success ", from: id, in: store)
    publisher.announce("spark/status", "offline", from: id, in: store)
    await halt(id, in: store)
    // Whoever hears that it is online may ask for its functions at once.
    await start(id, in: store)
    publisher.announce("spark/status", "online", from: id, in: store)
    let account = store.account
    let files = account.deviceIndex(id).flatMap { account.devices[$0].files } ?? []
    let hash = ParticleDevicePower.hash(files)
    publisher.announce("spark/device/app-hash", hash, from: id, in: store)
    publisher.announce("spark/device/last_reset", "update", from: id, in: store)
    publisher.announce("particle/device/updates/forced", "false", from: id, in: store)
    publisher.announce("particle/device/updates/pending", "false", from: id, in: store)
    publisher.announce("particle/device/updates/enabled", "true", from: id, in: store)
    await connect(id, in: store)
  }

  /// 64 hexadecimal digits that change with the program.
  private static func hash(_ files: [SketchFile]) -> String {
    let text = files.map { "\($0.path)\n\($0.text)" }.joined()
    var chance = PracticeChance(
      seed: text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    return chance.hex(64)
  }

  /// Presses the device's reset button: its sketch starts again, and the stream tells.
  func reset(_ idOrName: String?, in store: isolated ParticleStore) async {
    guard let index = index(idOrName, in: store) else { return }
    await restart(store.account.devices[index].id, reason: "pin_reset", in: store)
  }

  /// Starts a device in safe mode, in which it is online and its sketch does not run, or lets it
  /// out of it.
  func set(
    _ idOrName: String?, safeMode: Bool, in store: isolated ParticleStore
  ) async {
    guard let index = index(idOrName, in: store) else { return }
    store.changeDevice(at: index) { $0.isInSafeMode = safeMode }
    await context.onChange()
    let id = store.account.devices[index].id
    await restart(id, reason: safeMode ? "safe_mode" : "pin_reset", in: store)
  }

  private func restart(
    _ id: String, reason: String, in store: isolated ParticleStore
  ) async {
    await halt(id, in: store)
    let account = store.account
    if account.deviceIndex(id).map({ status.isOnline(account.devices[$0]) }) == true {
      publisher.announce("spark/status", "offline", from: id, in: store)
      publisher.announce("spark/status", "online", from: id, in: store)
      publisher.announce("spark/device/last_reset", reason, from: id, in: store)
    }
    await boot(id, in: store)
  }

  private func index(_ idOrName: String?, in store: isolated ParticleStore) -> Int? {
    store.account.deviceIndex(idOrName ?? store.account.deviceID)
  }
}
