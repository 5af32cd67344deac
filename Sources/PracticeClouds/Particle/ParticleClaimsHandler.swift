import HTTPTestServer

/// Taking devices into the account, and out of it (particle:device-claim, particle:device-remove).
struct ParticleClaimsHandler: Sendable {
  let context: ParticleContext

  private var power: ParticleDevicePower { ParticleDevicePower(context: context) }
  private var status: ParticleDeviceStatus { ParticleDeviceStatus(context: context) }

  /// `POST /v1/devices`.
  func claim(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let id = routed.request.field("id") ?? ""
    let account = store.account
    if !account.devices.contains(where: { $0.id == id }) {
      guard let place = account.unclaimed.firstIndex(where: { $0.id == id }) else {
        throw .deviceNeverSeen
      }
      guard status.isOnline(account.unclaimed[place]) else { throw .deviceNotOnline }
      store.claimDevice(at: place)
      await power.boot(id, in: store)
      await context.onChange()
    }
    // One's own device is claimed just as well: not documented.
    return .json(
      200,
      [
        "user_id": .string(store.account.userID), "id": .string(id), "connected": true,
        "ok": true,
      ])
  }

  /// `DELETE /v1/devices/:device`.
  func remove(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let index = try ParticleDeviceLookup(context: context).index(of: routed, in: store)
    let device = store.removeDevice(at: index)
    // It goes on running, unheard: nobody of this account could tell.
    await power.halt(device.id, in: store)
    await context.onChange()
    return .json(200, ["ok": true])
  }

  /// `POST /v1/device_claims` (particle:cli-lists): a code that a device without a keyboard could
  /// be claimed with; nothing here uses it up.
  func makeCode(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let code = store.makeHex(63)
    return .json(
      200,
      [
        "claim_code": .string(code),
        "device_ids": .array(store.account.devices.map { .string($0.id) }),
      ])
  }
}
