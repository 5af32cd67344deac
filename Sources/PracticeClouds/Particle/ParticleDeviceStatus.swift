import HTTPTestServer

/// What the cloud sees of a device: whether it reaches it, and what its program has registered.
struct ParticleDeviceStatus: Sendable {
  let context: ParticleContext

  /// Whether the cloud reaches the device.
  func isOnline(_ device: ParticleDevice) -> Bool {
    device.isOnline && !context.faults.isOn(.deviceOffline)
  }

  /// Whether the device runs without its sketch.
  func isInSafeMode(_ device: ParticleDevice) -> Bool {
    device.isInSafeMode == true || context.faults.isOn(.deviceSafeMode)
  }

  /// The functions the device registered, as the cloud knows them.
  func functions(
    _ device: ParticleDevice, in store: isolated ParticleStore
  ) async -> [String] {
    let areHidden =
      context.faults.isOn(.functionMissing) || context.faults.isOn(.deviceStarting)
      || isInSafeMode(device)
    return areHidden ? [] : await store.program(of: device.id)?.functions() ?? []
  }

  /// The variables' types by their names.
  func variables(
    _ device: ParticleDevice, in store: isolated ParticleStore
  ) async -> JSONValue {
    guard !context.faults.isOn(.deviceStarting), !isInSafeMode(device) else { return [:] }
    let variables = await store.program(of: device.id)?.variables() ?? []
    return .object(JSONObject(variables.map { ($0.name, .string($0.type)) }))
  }
}
