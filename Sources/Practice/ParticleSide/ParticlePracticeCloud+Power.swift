/// A device's life: booting, being flashed, losing the network.
extension ParticlePracticeCloud {
  /// Runs what the device was last flashed with, and passes on what it publishes.
  func boot(_ id: String) async {
    await halt(id)
    guard let index = account.deviceIndex(id) else { return }
    account.devices[index].lastHandshake = time.now()
    account.devices[index].lastHeard = time.now()
    // Only a source that compiled is kept; a program that does not start leaves the device without
    // functions, as a crash would.
    guard let source = account.devices[index].source,
      case .program(let start) = await compiler(source),
      let sketch = try? await start(account.devices[index].platformID)
    else { return }
    sketches[id] = sketch
    // Listening before connecting, as the first thing the program does may be to publish.
    listeners[id] = Task { [weak self] in
      for await event in sketch.events { await self?.hear(event, from: id) }
    }
    await sketch.connect(account.deviceIndex(id).map { account.devices[$0].isOnline } ?? false)
  }

  /// Stops the device's program.
  func halt(_ id: String) async {
    listeners.removeValue(forKey: id)?.cancel()
    await sketches.removeValue(forKey: id)?.stop()
  }

  /// Puts a device on the network, or takes it off; the stream tells, as after a graceful
  /// disconnect (particle-cloud §5.6).
  package func setDevice(_ idOrName: String? = nil, online: Bool) async {
    guard let index = account.deviceIndex(idOrName ?? account.deviceID) else { return }
    guard account.devices[index].isOnline != online else { return }
    account.devices[index].isOnline = online
    let id = account.devices[index].id
    announce("spark/status", online ? "online" : "offline", from: id)
    await sketches[id]?.connect(online)
    await onChange()
  }

  private func hear(_ event: RunningSketch.Event, from id: String) async {
    await time.hold(.publish, faults)
    guard let index = account.deviceIndex(id), isOnline(account.devices[index]),
      !faults.isOn(.eventNotPublished)
    else { return }
    account.devices[index].lastHeard = time.now()
    publish(
      CloudEvent(name: event.name, data: event.data, coreID: id, publishedAt: timestamp))
  }

  /// `PUT /v1/devices/:id` with source files (particle-cloud §8.2). The reply comes before the
  /// device runs the new program, as from the real cloud.
  func flash(
    _ request: PracticeRequest, _ index: Int
  ) async throws(ParticleRefusal) -> PracticeReply {
    let id = account.devices[index].id
    guard let source = ParticlePracticeCloud.source(request) else {
      throw .buildFailed(["No source file was sent."])
    }
    guard isOnline(account.devices[index]) else { throw .flashTimedOut }
    try await flash(source, to: id)
    return .json(200, ["ok": true, "message": "Update started"])
  }

  /// Flashes a program and restarts the device with it.
  func flash(_ source: String, to id: String) async throws(ParticleRefusal) {
    if case .failed(let errors) = await compiler(source) { throw .buildFailed(errors) }
    guard let index = account.deviceIndex(id) else { throw .deviceUnknown }
    account.devices[index].source = source
    await onChange()
    run { [self] in await update(id) }
  }

  /// The events of an update over the air, in the order of particle-cloud §5.6; the trailing spaces
  /// are the real ones.
  private func update(_ id: String) async {
    announce("spark/flash/status", "started ", from: id)
    announce("spark/flash/status", "success ", from: id)
    announce("spark/status", "offline", from: id)
    await halt(id)
    announce("spark/status", "online", from: id)
    let source = account.deviceIndex(id).flatMap { account.devices[$0].source } ?? ""
    announce("spark/device/app-hash", ParticlePracticeCloud.hash(source), from: id)
    announce("spark/device/last_reset", "update", from: id)
    announce("particle/device/updates/forced", "false", from: id)
    announce("particle/device/updates/pending", "false", from: id)
    announce("particle/device/updates/enabled", "true", from: id)
    await boot(id)
  }

  /// 64 hexadecimal digits that change with the program.
  private static func hash(_ source: String) -> String {
    var chance = PracticeChance(
      seed: source.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    return chance.hex(64)
  }

  /// The source among the files sent: fields `file`, `file1`, …; the first that is no header.
  private static func source(_ request: PracticeRequest) -> String? {
    let files = MultipartForm(request)?.parts.filter { $0.fileName != nil } ?? []
    let program = files.first { $0.fileName?.hasSuffix(".h") == false }
    return program.map { String(decoding: $0.content, as: UTF8.self) }
  }
}
