#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import DeviceSimulator
import HTTPTestServer

/// Compiling and flashing (particle:compile-request, particle:flash-request).
struct ParticleFirmwareHandler: Sendable {
  let context: ParticleContext

  private var builder: ParticleSketchBuilder { ParticleSketchBuilder(context: context) }

  /// `GET /v1/binaries/:binary`.
  func fetch(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    guard let binary = store.binary(routed["binary"] ?? "", at: context.time.now()) else {
      throw .binaryUnknown
    }
    return .whole(
      status: 200, headers: [("Content-Type", "application/binary")], body: binary.bytes)
  }

  /// `POST /v1/binaries`.
  func compile(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let (upload, settings) = (Upload(routed.request), context.settings)
    // Products are for one kind of board; the practice product is for the account's.
    let platform =
      upload["platform_id"].flatMap { Int($0) } ?? store.account.devices.first?.platformID
    let platformID = platform ?? 13
    let build = try await builder.build(
      upload.files, platformID, status: settings.compileFailureStatus, in: store)
    let lifetime = Double(settings.binaryLifetime.components.seconds)
    let binary = DeviceBinary(
      id: store.makeHex(24), expiresAt: context.time.now().addingTimeInterval(lifetime),
      platformID: platformID, files: upload.files, bytes: build.bytes)
    store.keep(binary, limit: settings.binaryLimit)
    return .json(
      200,
      [
        "ok": true, "binary_id": .string(binary.id),
        "binary_url": .string("/v1/binaries/\(binary.id)"),
        "build_target_version": .string(upload["build_target_version"] ?? settings.deviceOS),
        "expires_at": .string(PracticeTime.stamp(binary.expiresAt)),
        "sizeInfo": .string(build.sizeInfo),
      ])
  }

  /// `PUT /v1/devices/:device` with files. The reply comes before the device runs the new program,
  /// as from the real cloud.
  func flash(
    _ request: PracticeRequest, _ index: Int, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let device = store.account.devices[index]
    let upload = Upload(request)
    guard ParticleDeviceStatus(context: context).isOnline(device) else { throw .flashTimedOut }
    guard upload.isBinary else {
      try await flash(upload.files, to: device.id, in: store)
      return .json(200, ["ok": true, "message": "Update started"])
    }
    // Only what was compiled here is loaded: bytes from elsewhere never run.
    guard let binary = store.binary(where: { upload.holds($0.bytes) }) else {
      throw .buildFailed(["This binary was not compiled by this practice cloud."], status: 200)
    }
    try await flash(binary.files, to: device.id, in: store)
    return .json(200, ["id": .string(device.id), "status": "Update started"])
  }

  /// Flashes a program and restarts the device with it.
  func flash(
    _ files: [SketchFile], to id: String, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) {
    guard let index = store.account.deviceIndex(id) else { throw .deviceUnknown }
    let platformID = store.account.devices[index].platformID
    _ = try await builder.build(files, platformID, status: 200, in: store)
    // The account may have changed while the compiler ran.
    guard let index = store.account.deviceIndex(id) else { throw .deviceUnknown }
    store.changeDevice(at: index) { $0.files = files }
    await context.onChange()
    store.run { [context] in
      await ParticleDevicePower(context: context).update(id, in: store)
    }
  }
}
