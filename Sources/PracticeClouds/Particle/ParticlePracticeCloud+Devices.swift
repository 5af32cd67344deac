import HTTPTestServer

/// Listing, showing, pinging and updating devices (particle:device-list, particle:device-update).
extension ParticlePracticeCloud {
  /// `/v1/devices/…`
  func devices(
    _ request: PracticeRequest, _ rest: ArraySlice<String>
  ) async throws(ParticleRefusal) -> PracticeReply {
    switch (request.method, rest.first) {
    case ("GET", nil): return .json(200, .array(await shown(ownDevices, as: summary)))
    case ("POST", nil): return try await claim(request)
    case ("GET", "events"): return try open(.account(prefix: prefix(rest.dropFirst())))
    case ("POST", "events"): return try publish(request)
    case (_, let name?): return try await device(request, try index(name), rest.dropFirst())
    default: throw .noRoute
    }
  }

  /// What lies below a device, with a product before it or without.
  func device(
    _ request: PracticeRequest, _ index: Int, _ rest: ArraySlice<String>
  ) async throws(ParticleRefusal) -> PracticeReply {
    switch (request.method, rest.first) {
    case ("GET", nil):
      // Every HTTP server tells the time (RFC 9110 §6.6.1); here it says how old a handshake is.
      return .json(
        200, await detail(account.devices[index]),
        headers: [("Date", PracticeTime.httpDate(time.now()))])
    case ("PUT", nil): return try await update(request, index)
    case ("DELETE", nil): return await remove(index)
    case ("PUT", "ping"):
      return .json(200, ["online": .bool(isOnline(account.devices[index])), "ok": true])
    case ("GET", "events"):
      return try open(.device(account.devices[index].id, prefix: prefix(rest.dropFirst())))
    case ("POST", let function?) where rest.count == 1:
      return try await call(function, request, account.devices[index])
    case ("GET", let variable?) where rest.count == 1:
      return try await read(variable, request, account.devices[index])
    default: throw .noRoute
    }
  }

  /// The place of a device, by id or name.
  func index(_ idOrName: String) throws(ParticleRefusal) -> Int {
    guard !faults.isOn(.particleDeviceUnknown), let index = account.deviceIndex(idOrName) else {
      throw .deviceUnknown
    }
    return index
  }

  /// Newest handshake first.
  private var ownDevices: [ParticleDevice] {
    if faults.isOn(.particleDeviceUnknown) { return [] }
    return account.devices.sorted { $0.lastHandshake > $1.lastHandshake }
  }

  /// Whether the cloud reaches the device.
  func isOnline(_ device: ParticleDevice) -> Bool {
    device.isOnline && !faults.isOn(.deviceOffline)
  }

  /// The functions the device registered, as the cloud knows them.
  func functions(_ device: ParticleDevice) async -> [String] {
    let areHidden =
      faults.isOn(.functionMissing) || faults.isOn(.deviceStarting) || isInSafeMode(device)
    return areHidden ? [] : await sketches[device.id]?.functions() ?? []
  }

  /// Whether the device runs without its sketch.
  func isInSafeMode(_ device: ParticleDevice) -> Bool {
    device.isInSafeMode == true || faults.isOn(.deviceSafeMode)
  }

  /// `PUT /v1/devices/:id`: with files it flashes, else it changes what the cloud knows: one thing
  /// or several at once, as the official client may. How those are replied to is not documented.
  private func update(
    _ request: PracticeRequest, _ index: Int
  ) async throws(ParticleRefusal) -> PracticeReply {
    if request.contentType == "multipart/form-data" { return try await flash(request, index) }
    let changes = change(request, &account.devices[index])
    if !changes.isEmpty { await onChange() }
    if let signal = request.field("signal") { return try self.signal(signal == "1", index) }
    guard !changes.isEmpty else { throw .updateEmpty }
    var object = JSONObject([("id", .string(account.devices[index].id))] + changes)
    if changes.contains(where: { $0.name != "firmware_updates_forced" }) {
      object["updated_at"] = .string(timestamp)
    }
    return .json(200, .object(object))
  }

  /// Changes the device as it is asked for; returns what the reply shows of it.
  private func change(
    _ request: PracticeRequest, _ device: inout ParticleDevice
  ) -> [(name: String, value: JSONValue)] {
    var changes: [(name: String, value: JSONValue)] = []
    if let name = request.field("name") {
      device.name = name
      changes.append(("name", .string(name)))
    }
    if let notes = request.field("notes") {
      device.notes = notes
      changes.append(("notes", .string(notes)))
    }
    if let forced = request.field("firmware_updates_forced") {
      device.forcesUpdates = forced == "true"
      changes.append(("firmware_updates_forced", .bool(forced == "true")))
    }
    if let mark = request.field("development") {
      device.isForDevelopment = mark == "true"
      changes.append(("development", .bool(mark == "true")))
    }
    if request.names("desired_firmware_version") {
      device.lockedVersion = request.field("desired_firmware_version").flatMap { Int($0) }
      changes.append(("desired_firmware_version", version(device.lockedVersion)))
    }
    return changes
  }

  private func signal(_ on: Bool, _ index: Int) throws(ParticleRefusal) -> PracticeReply {
    guard isOnline(account.devices[index]) else { throw .signalTimedOut }
    let id = JSONValue.string(account.devices[index].id)
    return .json(200, ["id": id, "connected": true, "signaling": .bool(on)])
  }
}
