import HTTPTestServer

/// What no console has: faults, the device's power, and the way back to the start.
extension PracticeAdmin {
  /// Power and network of a Particle device: `device_id` names it, or it is the first.
  func device(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    let id = try body.text("device_id")
    if let id, await parts.particle.account.deviceIndex(id) == nil {
      throw .console(.noSuchDevice(id))
    }
    let safeMode = try body.flag("safe_mode")
    if let safeMode { await parts.particle.setDevice(id, safeMode: safeMode) }
    let resets = try body.flag("reset") == true
    if resets { await parts.particle.reset(id) }
    guard let online = try body.flag("online") else {
      if safeMode == nil, !resets { throw .missing("online") }
      return ["ok": true]
    }
    await parts.particle.setDevice(id, online: online)
    return ["ok": true, "online": .bool(online)]
  }

  func fault(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    let name = try body.needText("name")
    let on = try body.flag("on") ?? true
    do {
      parts.faults.set(try Faults.fault(named: name), on: on)
    } catch .unknownFault(let name, let nearest) {
      throw .unknownFault(name, nearest: nearest)
    } catch {
      throw .unfit("name", wanted: "the name of a fault")
    }
    try await followFaults()
    return ["ok": true, "faults": .array(parts.faults.names.map { .string($0) })]
  }

  func latency(_ body: AdminBody) throws(AdminRefusal) -> JSONValue {
    let legs = PracticeLeg.allCases.map(\.rawValue).joined(separator: ", ")
    guard let leg = PracticeLeg(rawValue: try body.needText("leg")) else {
      throw .unfit("leg", wanted: "one of \(legs)")
    }
    guard let milliseconds = try body.number("ms") else { throw .missing("ms") }
    guard (0...PracticeAdmin.latencyLimitMilliseconds).contains(milliseconds) else {
      throw .unfit("ms", wanted: "from 0 to \(Int(PracticeAdmin.latencyLimitMilliseconds))")
    }
    parts.faults.setLatency(leg, to: .milliseconds(milliseconds))
    return ["ok": true, "leg": .string(leg.rawValue), "ms": .number(milliseconds)]
  }

  /// Both accounts as they were when the clouds opened; the faults too.
  func reset() async throws(AdminRefusal) -> JSONValue {
    parts.faults.reset()
    for fault in pulled { parts.faults.set(fault, on: true) }
    try await followFaults()
    await parts.restore(origin)
    parts.log.clear()
    await parts.blynk.onChange()
    return ["ok": true]
  }

  /// Shuts and opens ports.
  private func followFaults() async throws(AdminRefusal) {
    do throws(PracticeError) { try await parts.followFaults() } catch {
      guard case .portInUse(let port) = error else { throw .unfit("name", wanted: "\(error)") }
      throw .portTaken(port)
    }
  }

  private static let latencyLimitMilliseconds = 60_000.0
}
