import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A device as the cloud shows it (particle:device-list, particle:device-fields).
struct ParticleDeviceJSON: Sendable {
  let context: ParticleContext

  /// The numbers on the label; all practice devices have the same ones.
  static let serialNumber = "B40HAB000000001"
  static let simNumber = "8931080000000000000"

  private var status: ParticleDeviceStatus { ParticleDeviceStatus(context: context) }

  /// An item of the list.
  func summary(
    _ device: ParticleDevice, in store: isolated ParticleStore
  ) async -> JSONValue {
    let functions = await status.functions(device, in: store).map(JSONValue.string)
    let variables = await status.variables(device, in: store)
    let isOnline = JSONValue.bool(status.isOnline(device))
    var object = JSONObject([
      ("id", .string(device.id)), ("name", .string(device.name)),
      ("last_ip_address", "127.0.0.1"),
      ("last_heard", .string(PracticeTime.stamp(device.lastHeard))),
      ("last_handshake_at", .string(PracticeTime.stamp(handshake(of: device)))),
      ("product_id", .number(Double(device.productID ?? device.platformID))),
      ("online", isOnline), ("connected", isOnline),
      ("platform_id", .number(Double(device.platformID))), ("cellular", true),
      ("notes", device.notes.map(JSONValue.string) ?? .null),
      ("functions", .array(functions)), ("variables", variables),
      ("status", status.isInSafeMode(device) ? "safe_mode" : "normal"),
      ("serial_number", .string(ParticleDeviceJSON.serialNumber)),
      ("iccid", .string(ParticleDeviceJSON.simNumber)),
      ("imei", "350000000000000"),
    ])
    object["system_firmware_version"] = .string(context.settings.deviceOS)
    return .object(object)
  }

  /// When it came online; while `device-starting` is on, a few seconds ago.
  private func handshake(of device: ParticleDevice) -> Date {
    context.faults.isOn(.deviceStarting)
      ? max(device.lastHandshake, context.time.now().addingTimeInterval(-5))
      : device.lastHandshake
  }

  /// A single device shows its owner, too.
  func detail(
    _ device: ParticleDevice, in store: isolated ParticleStore
  ) async -> JSONValue {
    guard var object = await summary(device, in: store).object else { return .null }
    object["owner"] = .string(context.settings.login.username)
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
      ("desired_firmware_version", ParticleDeviceJSON.version(device.lockedVersion)),
      ("targeted_firmware_release_version", .null),
      ("development", .bool(device.isForDevelopment == true)), ("quarantined", false),
      ("denied", false),
    ]
    for member in members { object[member.name] = member.value }
  }

  /// A firmware version; null is none in particular.
  static func version(_ number: Int?) -> JSONValue {
    number.map { .number(Double($0)) } ?? .null
  }

  /// As the admin port shows it.
  func state(
    _ device: ParticleDevice, in store: isolated ParticleStore
  ) async -> JSONValue {
    [
      "id": .string(device.id), "name": .string(device.name),
      "online": .bool(status.isOnline(device)),
      "platform_id": .number(Double(device.platformID)), "flashed": .bool(device.files != nil),
      "functions": .array(await status.functions(device, in: store).map(JSONValue.string)),
      "variables": .array(
        (await store.program(of: device.id)?.variables() ?? []).map { .string($0.name) }),
    ]
  }
}
