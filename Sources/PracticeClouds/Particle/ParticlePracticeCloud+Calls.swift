import HTTPTestServer

/// Calling functions and reading variables (particle:function-call, particle:variable-read).
extension ParticlePracticeCloud {
  /// `POST /v1/devices/:id/:function`. A device that is offline is told from a missing function
  /// first: without the device nobody knows its functions.
  func call(
    _ function: String, _ request: PracticeRequest, _ device: ParticleDevice
  ) async throws(ParticleRefusal) -> PracticeReply {
    let silent = ParticleRefusal.functionTimedOut(status: settings.silentFunctionStatus)
    try await reach(device, orThrow: silent)
    guard await functions(device).contains(function), let sketch = sketches[device.id] else {
      throw .functionMissing(function)
    }
    if faults.isOn(.functionTimeout) {
      await delay(settings.functionTimeoutDelay)
      throw silent
    }
    let argument = settings.argumentNames.lazy.compactMap { request.field($0) }.first ?? ""
    if faults.isOn(.functionRefused) { eventDesk.hush(device.id, at: time.now()) }
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

  /// `GET /v1/devices/:id/:variable`.
  func read(
    _ variable: String, _ request: PracticeRequest, _ device: ParticleDevice
  ) async throws(ParticleRefusal) -> PracticeReply {
    try await reach(device, orThrow: .variableTimedOut)
    guard let sketch = sketches[device.id],
      await sketch.variables().contains(where: { $0.name == variable })
    else { throw .variableMissing }
    guard let result = await sketch.read(variable) else { throw .variableTimedOut }
    // The content type of a raw value is not documented.
    if isRaw(request) { return .text(200, result.plain ?? "") }
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
    _ device: ParticleDevice, orThrow refusal: ParticleRefusal
  ) async throws(ParticleRefusal) {
    if isOnline(device) { return }
    await delay(settings.offlineCallDelay)
    throw refusal
  }

  private func delay(_ duration: Duration) async {
    if duration > .zero { try? await time.wait(duration) }
  }

  private func isRaw(_ request: PracticeRequest) -> Bool {
    (request.queryValue("format") ?? request.field("format")) == "raw"
  }
}
