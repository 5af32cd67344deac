import DeviceSimulator

/// A device's life: booting, being flashed, losing the network.
extension ParticlePracticeCloud {
  /// Runs what the device was last flashed with, and passes on what it publishes.
  func boot(_ id: String) async {
    await halt(id)
    await start(id)
    await connect(id)
  }

  /// Starts the program; what it registers is known from here on, and it has no connection yet.
  private func start(_ id: String) async {
    guard let index = account.deviceIndex(id) else { return }
    account.devices[index].lastHandshake = time.now()
    account.devices[index].lastHeard = time.now()
    guard account.devices[index].isInSafeMode != true,
      let sketch = await sketch(of: account.devices[index])
    else { return }
    // Whatever started meanwhile makes way.
    await halt(id)
    sketches[id] = sketch
    // Listening before connecting, as the first thing the program does may be to publish.
    listeners[id] = Task { [weak self] in
      for await event in sketch.events { await self?.hear(event, from: id) }
    }
  }

  private func connect(_ id: String) async {
    await connect(id, account.deviceIndex(id).map { account.devices[$0].isOnline } ?? false)
  }

  /// The device's program, started. Only a source that compiled is kept; a program that does not
  /// start leaves the device without functions, as a crash would.
  private func sketch(of device: ParticleDevice) async -> RunningSketch? {
    guard let files = device.files,
      case .built(let build) = await program(files, device.platformID)
    else { return nil }
    return try? await build.start(device.isOnline)
  }

  /// Stops the device's program.
  func halt(_ id: String) async {
    listeners.removeValue(forKey: id)?.cancel()
    subscribers.remove(id)
    await sketches.removeValue(forKey: id)?.stop()
  }

  /// Puts a device on the network, or takes it off; the stream tells, as after a graceful
  /// disconnect (particle:event-online).
  package func setDevice(_ idOrName: String? = nil, online: Bool) async {
    guard let index = account.deviceIndex(idOrName ?? account.deviceID) else { return }
    guard account.devices[index].isOnline != online else { return }
    account.devices[index].isOnline = online
    let id = account.devices[index].id
    announce("spark/status", online ? "online" : "offline", from: id)
    await connect(id, online)
    await onChange()
  }

  /// A program that subscribes later than when it first comes online is not heard of.
  private func connect(_ id: String, _ online: Bool) async {
    guard let sketch = sketches[id] else { return }
    await sketch.connect(online)
    if online, await !sketch.subscriptions().isEmpty { subscribers.insert(id) }
  }

  private func hear(_ event: RunningSketch.Event, from id: String) async {
    await time.hold(.publish, faults)
    guard let index = account.deviceIndex(id), isOnline(account.devices[index]),
      !faults.isOn(.eventNotPublished), !isInSafeMode(account.devices[index])
    else { return }
    account.devices[index].lastHeard = time.now()
    deliver(self.event(event.name, event.data, from: id))
  }

  /// The events of an update over the air, in the order of particle:event-update-order; the
  /// trailing spaces are the real ones.
  func update(_ id: String) async {
    announce("spark/flash/status", "started ", from: id)
    announce("spark/flash/status", "success ", from: id)
    announce("spark/status", "offline", from: id)
    await halt(id)
    // Whoever hears that it is online may ask for its functions at once.
    await start(id)
    announce("spark/status", "online", from: id)
    let files = account.deviceIndex(id).flatMap { account.devices[$0].files } ?? []
    announce("spark/device/app-hash", ParticlePracticeCloud.hash(files), from: id)
    announce("spark/device/last_reset", "update", from: id)
    announce("particle/device/updates/forced", "false", from: id)
    announce("particle/device/updates/pending", "false", from: id)
    announce("particle/device/updates/enabled", "true", from: id)
    await connect(id)
  }

  /// 64 hexadecimal digits that change with the program.
  private static func hash(_ files: [SketchFile]) -> String {
    let text = files.map { "\($0.path)\n\($0.text)" }.joined()
    var chance = PracticeChance(
      seed: text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    return chance.hex(64)
  }

  /// Presses the device's reset button: its sketch starts again, and the stream tells.
  package func reset(_ idOrName: String? = nil) async {
    guard let index = account.deviceIndex(idOrName ?? account.deviceID) else { return }
    await restart(account.devices[index].id, reason: "pin_reset")
  }

  /// Starts a device in safe mode, in which it is online and its sketch does not run, or lets it
  /// out of it.
  package func setDevice(_ idOrName: String? = nil, safeMode: Bool) async {
    guard let index = account.deviceIndex(idOrName ?? account.deviceID) else { return }
    account.devices[index].isInSafeMode = safeMode
    await onChange()
    await restart(account.devices[index].id, reason: safeMode ? "safe_mode" : "pin_reset")
  }

  private func restart(_ id: String, reason: String) async {
    await halt(id)
    if account.deviceIndex(id).map({ isOnline(account.devices[$0]) }) == true {
      announce("spark/status", "offline", from: id)
      announce("spark/status", "online", from: id)
      announce("spark/device/last_reset", reason, from: id)
    }
    await boot(id)
  }
}
