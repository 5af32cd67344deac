/// A device as the cloud shows it (particle-cloud §3.1, §3.2).
extension ParticlePracticeCloud {
  /// An item of the list.
  func summary(_ device: ParticleDevice) async -> JSONValue {
    var object = JSONObject([
      ("id", .string(device.id)), ("name", .string(device.name)),
      ("last_ip_address", "127.0.0.1"),
      ("last_heard", .string(PracticeTime.stamp(device.lastHeard))),
      ("last_handshake_at", .string(PracticeTime.stamp(device.lastHandshake))),
      ("product_id", .number(Double(device.productID ?? device.platformID))),
      ("online", .bool(isOnline(device))),
      ("platform_id", .number(Double(device.platformID))), ("cellular", true),
      ("notes", device.notes.map(JSONValue.string) ?? .null),
      ("functions", .array(await functions(device).map(JSONValue.string))),
      ("variables", await variables(device)),
      ("status", device.isInSafeMode == true ? "safe_mode" : "normal"),
      ("serial_number", "B40HAB000000001"), ("iccid", "8931080000000000000"),
      ("imei", "350000000000000"),
    ])
    object["system_firmware_version"] = .string(settings.deviceOS)
    return .object(object)
  }

  /// A single device shows its owner and the deprecated twin of `online`, too.
  func detail(_ device: ParticleDevice) async -> JSONValue {
    guard var object = await summary(device).object else { return .null }
    object["owner"] = .string(settings.username)
    object["connected"] = .bool(isOnline(device))
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
      ("desired_firmware_version", .null), ("targeted_firmware_release_version", .null),
      ("development", .bool(device.isForDevelopment == true)), ("quarantined", false),
      ("denied", false),
    ]
    for member in members { object[member.name] = member.value }
  }

  /// Devices in their order, each as a shape has it.
  func shown(
    _ devices: [ParticleDevice], as shape: (ParticleDevice) async -> JSONValue
  ) async -> [JSONValue] {
    var shown: [JSONValue] = []
    for device in devices { shown.append(await shape(device)) }
    return shown
  }

  private func variables(_ device: ParticleDevice) async -> JSONValue {
    let variables = await sketches[device.id]?.variables() ?? []
    return .object(JSONObject(variables.map { ($0.name, .string($0.type)) }))
  }
}
