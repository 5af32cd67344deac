import HTTPTestServer

/// Listing, showing, pinging and updating devices (particle:device-list, particle:device-update).
struct ParticleDevicesHandler: Sendable {
  let context: ParticleContext

  private var lookup: ParticleDeviceLookup { ParticleDeviceLookup(context: context) }
  private var json: ParticleDeviceJSON { ParticleDeviceJSON(context: context) }
  private var status: ParticleDeviceStatus { ParticleDeviceStatus(context: context) }

  /// `GET /v1/devices`.
  func list(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    var shown: [JSONValue] = []
    for device in lookup.devices(in: store) {
      shown.append(await json.summary(device, in: store))
    }
    return .json(200, .array(shown))
  }

  /// `GET /v1/devices/:device`.
  func show(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let index = try lookup.index(of: routed, in: store)
    // Every HTTP server tells the time (RFC 9110 §6.6.1); here it says how old a handshake is.
    return .json(
      200, await json.detail(store.account.devices[index], in: store),
      headers: [("Date", PracticeTime.httpDate(context.time.now()))])
  }

  /// `PUT /v1/devices/:device/ping`.
  func ping(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let index = try lookup.index(of: routed, in: store)
    let isOnline = status.isOnline(store.account.devices[index])
    return .json(200, ["online": .bool(isOnline), "ok": true])
  }

  /// `GET /v1/serial_numbers/:number`. What an unknown one gets is not documented.
  func find(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    guard routed["number"] == ParticleDeviceJSON.serialNumber,
      let device = store.account.devices.first
    else { throw .noRoute }
    return .json(
      200,
      [
        "ok": true, "deviceID": .string(device.id),
        "iccid": .string(ParticleDeviceJSON.simNumber),
      ])
  }

  /// Whatever else is asked of a device: one that is unknown is told first.
  func refuse(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    _ = try lookup.index(of: routed, in: store)
    throw .noRoute
  }

  /// `PUT /v1/devices/:device`: with files it flashes, else it changes what the cloud knows: one
  /// thing or several at once, as the official client may. How those are replied to is not
  /// documented.
  func update(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let request = routed.request
    let index = try lookup.index(of: routed, in: store)
    if request.contentType == "multipart/form-data" {
      return try await ParticleFirmwareHandler(context: context).flash(request, index, in: store)
    }
    let changes = store.changeDevice(at: index) {
      ParticleDevicesHandler.change(request, &$0)
    }
    if !changes.isEmpty { await context.onChange() }
    if let signal = request.field("signal") {
      return try self.signal(signal == "1", store.account.devices[index])
    }
    guard !changes.isEmpty else { throw .updateEmpty }
    var object = JSONObject([("id", .string(store.account.devices[index].id))] + changes)
    if changes.contains(where: { $0.name != "firmware_updates_forced" }) {
      object["updated_at"] = .string(context.timestamp)
    }
    return .json(200, .object(object))
  }

  /// Changes the device as it is asked for; returns what the reply shows of it.
  private static func change(
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
      changes.append(
        ("desired_firmware_version", ParticleDeviceJSON.version(device.lockedVersion)))
    }
    return changes
  }

  private func signal(
    _ on: Bool, _ device: ParticleDevice
  ) throws(ParticleRefusal) -> PracticeReply {
    guard status.isOnline(device) else { throw .signalTimedOut }
    return .json(200, ["id": .string(device.id), "connected": true, "signaling": .bool(on)])
  }
}
