import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A device as the cloud shows it (particle:device-list, particle:device-fields).
extension ParticlePracticeCloud {
  /// The numbers on the label; all practice devices have the same ones.
  private static let serialNumber: JSONValue = "B40HAB000000001"
  private static let simNumber: JSONValue = "8931080000000000000"

  /// `GET /v1/serial_numbers/:number`. What an unknown one gets is not documented.
  func find(serialNumber path: ArraySlice<String>) throws(ParticleRefusal) -> PracticeReply {
    guard path.count == 1, path.first == ParticlePracticeCloud.serialNumber.string,
      let device = account.devices.first
    else { throw .noRoute }
    return .json(
      200,
      ["ok": true, "deviceID": .string(device.id), "iccid": ParticlePracticeCloud.simNumber])
  }

  /// An item of the list.
  func summary(_ device: ParticleDevice) async -> JSONValue {
    let functions = await functions(device).map(JSONValue.string)
    let variables = await variables(device)
    var object = JSONObject([
      ("id", .string(device.id)), ("name", .string(device.name)),
      ("last_ip_address", "127.0.0.1"),
      ("last_heard", .string(PracticeTime.stamp(device.lastHeard))),
      ("last_handshake_at", .string(PracticeTime.stamp(handshake(of: device)))),
      ("product_id", .number(Double(device.productID ?? device.platformID))),
      ("online", .bool(isOnline(device))), ("connected", .bool(isOnline(device))),
      ("platform_id", .number(Double(device.platformID))), ("cellular", true),
      ("notes", device.notes.map(JSONValue.string) ?? .null),
      ("functions", .array(functions)), ("variables", variables),
      ("status", isInSafeMode(device) ? "safe_mode" : "normal"),
      ("serial_number", ParticlePracticeCloud.serialNumber),
      ("iccid", ParticlePracticeCloud.simNumber),
      ("imei", "350000000000000"),
    ])
    object["system_firmware_version"] = .string(settings.deviceOS)
    return .object(object)
  }

  /// When it came online; while `device-starting` is on, a few seconds ago.
  private func handshake(of device: ParticleDevice) -> Date {
    faults.isOn(.deviceStarting)
      ? max(device.lastHandshake, time.now().addingTimeInterval(-5)) : device.lastHandshake
  }

  /// A single device shows its owner, too.
  func detail(_ device: ParticleDevice) async -> JSONValue {
    guard var object = await summary(device).object else { return .null }
    object["owner"] = .string(settings.login.username)
    object["firmware_updates_enabled"] = true
    object["firmware_updates_forced"] = .bool(device.forcesUpdates == true)
    object["device_protection"] = ["status": "disabled"]
    if let product = device.productID { add(product, device, to: &object) }
    return .object(object)
  }

  /// What only a product's device has.
  private func add(_ product: Int, _ device: ParticleDevice, to object: inout JSONObject) {
    let members: [(name: String, value: JSONValue)] = [
      ("firmware_product_id", .number(Double(product))), ("groups", []), ("firmware_version", 1),
      ("desired_firmware_version", version(device.lockedVersion)),
      ("targeted_firmware_release_version", .null),
      ("development", .bool(device.isForDevelopment == true)), ("quarantined", false),
      ("denied", false),
    ]
    for member in members { object[member.name] = member.value }
  }

  /// A firmware version; null is none in particular.
  func version(_ number: Int?) -> JSONValue { number.map { .number(Double($0)) } ?? .null }

  /// Devices in their order, each as a shape has it.
  func shown(
    _ devices: [ParticleDevice], as shape: (ParticleDevice) async -> JSONValue
  ) async -> [JSONValue] {
    var shown: [JSONValue] = []
    for device in devices { shown.append(await shape(device)) }
    return shown
  }

  private func variables(_ device: ParticleDevice) async -> JSONValue {
    guard !faults.isOn(.deviceStarting), !isInSafeMode(device) else { return [:] }
    let variables = await sketches[device.id]?.variables() ?? []
    return .object(JSONObject(variables.map { ($0.name, .string($0.type)) }))
  }
}
