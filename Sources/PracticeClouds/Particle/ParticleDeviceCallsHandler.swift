import HTTPTestServer

/// Calling functions and reading variables (particle:function-call, particle:variable-read).
struct ParticleDeviceCallsHandler: Sendable {
  let context: ParticleContext

  private var lookup: ParticleDeviceLookup { ParticleDeviceLookup(context: context) }
  private var status: ParticleDeviceStatus { ParticleDeviceStatus(context: context) }

  /// `POST /v1/devices/:device/:function`. A device that is offline is told from a missing function
  /// first: without the device nobody knows its functions.
  func call(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let (request, function) = (routed.request, routed["function"] ?? "")
    let device = store.account.devices[try lookup.index(of: routed, in: store)]
    let (settings, faults) = (context.settings, context.faults)
    let silent = ParticleRefusal.functionTimedOut(status: settings.silentFunctionStatus)
    try await reach(device, orThrow: silent, in: store)
    guard await status.functions(device, in: store).contains(function),
      let sketch = store.program(of: device.id)
    else { throw .functionMissing(function) }
    if faults.isOn(.functionTimeout) {
      await delay(settings.functionTimeoutDelay, in: store)
      throw silent
    }
    let argument = settings.argumentNames.lazy.compactMap { request.field($0) }.first ?? ""
    if faults.isOn(.functionRefused) { store.hush(device.id, at: context.time.now()) }
    guard var value = await sketch.call(function, argument) else { throw silent }
    if faults.isOn(.functionRefused) { value = -1 }
    if isRaw(request) { return .text(200, String(value)) }
    return .json(
      200,
      [
        "id": .string(device.id), "name": .string(device.name), "connected": true,
        "return_value": .number(Double(value)),
      ])
  }

  /// `GET /v1/devices/:device/:variable`.
  func read(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let variable = routed["variable"] ?? ""
    let device = store.account.devices[try lookup.index(of: routed, in: store)]
    try await reach(device, orThrow: .variableTimedOut, in: store)
    guard let sketch = store.program(of: device.id),
      await sketch.variables().contains(where: { $0.name == variable })
    else { throw .variableMissing }
    guard let result = await sketch.read(variable) else { throw .variableTimedOut }
    // The content type of a raw value is not documented.
    if isRaw(routed.request) { return .text(200, result.plain ?? "") }
    return .json(
      200,
      [
        "name": .string(variable), "result": result,
        "coreInfo": [
          "name": .string(device.name), "deviceID": .string(device.id), "connected": true,
          "last_handshake_at": .string(PracticeTime.stamp(device.lastHandshake)),
        ],
      ])
  }

  private func reach(
    _ device: ParticleDevice, orThrow refusal: ParticleRefusal, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) {
    if status.isOnline(device) { return }
    await delay(context.settings.offlineCallDelay, in: store)
    throw refusal
  }

  private func delay(_ duration: Duration, in store: isolated ParticleStore) async {
    if duration > .zero { try? await context.time.wait(duration) }
  }

  private func isRaw(_ request: PracticeRequest) -> Bool {
    (request.queryValue("format") ?? request.field("format")) == "raw"
  }
}
