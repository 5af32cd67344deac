/// particle-cloud §3.1 to §3.6.
extension ParticlePracticeCloud {
  /// `/v1/devices/…`
  func devices(
    _ request: PracticeRequest, _ rest: ArraySlice<String>
  ) async throws(ParticleRefusal) -> PracticeReply {
    switch (request.method, rest.first) {
    case ("GET", nil): return .json(200, .array(ownDevices.map(summary)))
    case ("GET", "events"): return try open(EventFilter(prefix: prefix(rest.dropFirst())))
    case ("POST", "events"): return try publish(request)
    case (_, let name?): return try await device(request, try index(name), rest.dropFirst())
    default: throw .noRoute
    }
  }

  private func device(
    _ request: PracticeRequest, _ index: Int, _ rest: ArraySlice<String>
  ) async throws(ParticleRefusal) -> PracticeReply {
    switch (request.method, rest.first) {
    case ("GET", nil): return .json(200, detail(account.devices[index]))
    case ("PUT", nil): return try await update(request, index)
    case ("PUT", "ping"):
      return .json(200, ["online": .bool(isOnline(account.devices[index])), "ok": true])
    case ("GET", "events"):
      let device = account.devices[index].id
      return try open(EventFilter(deviceID: device, prefix: prefix(rest.dropFirst())))
    case ("POST", let function?) where rest.count == 1:
      return try await call(function, request, account.devices[index])
    case ("GET", let variable?) where rest.count == 1:
      return try await read(variable, request, account.devices[index])
    default: throw .noRoute
    }
  }

  /// The place of a device, by id or name.
  private func index(_ idOrName: String) throws(ParticleRefusal) -> Int {
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
  func functions(_ device: ParticleDevice) -> [String] {
    faults.isOn(.functionMissing) ? [] : sketches[device.id]?.functions ?? []
  }

  private func summary(_ device: ParticleDevice) -> JSONValue {
    var object = JSONObject([
      ("id", .string(device.id)), ("name", .string(device.name)),
      ("last_ip_address", "127.0.0.1"),
      ("last_heard", .string(PracticeTime.stamp(device.lastHeard))),
      ("last_handshake_at", .string(PracticeTime.stamp(device.lastHandshake))),
      ("product_id", .number(Double(device.platformID))), ("online", .bool(isOnline(device))),
      ("platform_id", .number(Double(device.platformID))), ("cellular", true),
      ("notes", device.notes.map(JSONValue.string) ?? .null),
      ("functions", .array(functions(device).map(JSONValue.string))),
      ("variables", variables(device)), ("status", "normal"),
      ("serial_number", "B40HAB000000001"), ("iccid", "8931080000000000000"),
      ("imei", "350000000000000"),
    ])
    object["system_firmware_version"] = "6.1.1"
    return .object(object)
  }

  /// A single device shows its owner and the deprecated twin of `online`, too.
  private func detail(_ device: ParticleDevice) -> JSONValue {
    guard var object = summary(device).object else { return .null }
    object["owner"] = .string(settings.username)
    object["connected"] = .bool(isOnline(device))
    object["firmware_updates_enabled"] = true
    object["firmware_updates_forced"] = false
    object["device_protection"] = ["status": "disabled"]
    return .object(object)
  }

  private func variables(_ device: ParticleDevice) -> JSONValue {
    let variables = sketches[device.id]?.variables ?? []
    return .object(JSONObject(variables.map { ($0.name, .string($0.type)) }))
  }

  /// `PUT /v1/devices/:id`: with files it flashes, else it changes what the cloud knows.
  private func update(
    _ request: PracticeRequest, _ index: Int
  ) async throws(ParticleRefusal) -> PracticeReply {
    if request.contentType == "multipart/form-data" { return try await flash(request, index) }
    if let signal = request.field("signal") { return try self.signal(signal == "1", index) }
    if let name = request.field("name") {
      account.devices[index].name = name
      return await updated(index, ("name", .string(name)))
    }
    guard let notes = request.field("notes") else { throw .updateEmpty }
    account.devices[index].notes = notes
    return await updated(index, ("notes", .string(notes)))
  }

  private func updated(
    _ index: Int, _ change: (name: String, value: JSONValue)
  ) async -> PracticeReply {
    let id = account.devices[index].id
    await onChange()
    let stamp = JSONValue.string(timestamp)
    return .json(200, .object(JSONObject([("id", .string(id)), change, ("updated_at", stamp)])))
  }

  private func signal(_ on: Bool, _ index: Int) throws(ParticleRefusal) -> PracticeReply {
    guard isOnline(account.devices[index]) else { throw .signalTimedOut }
    let id = JSONValue.string(account.devices[index].id)
    return .json(200, ["id": id, "connected": true, "signaling": .bool(on)])
  }
}
