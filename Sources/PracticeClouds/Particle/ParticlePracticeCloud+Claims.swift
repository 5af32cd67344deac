import HTTPTestServer

/// Taking devices into the account, and out of it (particle:device-claim, particle:device-remove).
extension ParticlePracticeCloud {
  /// `POST /v1/devices`.
  func claim(_ request: PracticeRequest) async throws(ParticleRefusal) -> PracticeReply {
    let id = request.field("id") ?? ""
    if !account.devices.contains(where: { $0.id == id }) {
      guard let place = account.unclaimed.firstIndex(where: { $0.id == id }) else {
        throw .deviceNeverSeen
      }
      guard isOnline(account.unclaimed[place]) else { throw .deviceNotOnline }
      account.devices.append(account.unclaimed.remove(at: place))
      await boot(id)
      await onChange()
    }
    // One's own device is claimed just as well: not documented.
    return .json(
      200,
      [
        "user_id": .string(account.userID), "id": .string(id), "connected": true, "ok": true,
      ])
  }

  /// `DELETE /v1/devices/:id`.
  func remove(_ index: Int) async -> PracticeReply {
    var device = account.devices.remove(at: index)
    device.productID = nil
    account.unclaimed.append(device)
    // It goes on running, unheard: nobody of this account could tell.
    await halt(device.id)
    await onChange()
    return .json(200, ["ok": true])
  }

  /// Gives the account as many devices as the settings ask for.
  func fill() {
    while account.devices.count < settings.deviceCount {
      let now = time.now()
      account.devices.append(
        ParticleDevice(
          id: chance.hex(24), name: "practice-boron-\(account.devices.count + 1)",
          lastHandshake: now, lastHeard: now))
    }
  }
}
