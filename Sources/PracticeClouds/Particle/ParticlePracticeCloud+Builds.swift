#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import DeviceSimulator
import HTTPTestServer

/// Compiling and flashing (particle:compile-request, particle:flash-request).
extension ParticlePracticeCloud {
  /// `/v1/binaries/…`
  func binaries(
    _ request: PracticeRequest, _ rest: ArraySlice<String>
  ) async throws(ParticleRefusal) -> PracticeReply {
    switch (request.method, rest.first, rest.count) {
    case ("POST", nil, _): return try await compile(request)
    case ("GET", let id?, 1):
      let now = time.now()
      guard let binary = binaries.first(where: { $0.id == id && $0.expiresAt > now }) else {
        throw .binaryUnknown
      }
      return .whole(
        status: 200, headers: [("Content-Type", "application/binary")], body: binary.bytes)
    default: throw .noRoute
    }
  }

  private func compile(_ request: PracticeRequest) async throws(ParticleRefusal) -> PracticeReply {
    let upload = Upload(request)
    // Products are for one kind of board; the practice product is for the account's.
    let platform = upload["platform_id"].flatMap { Int($0) } ?? account.devices.first?.platformID
    let platformID = platform ?? 13
    let build = try await build(upload.files, platformID, status: settings.compileFailureStatus)
    let binary = DeviceBinary(
      id: chance.hex(24),
      expiresAt: time.now().addingTimeInterval(Double(settings.binaryLifetime.components.seconds)),
      platformID: platformID, files: upload.files, bytes: build.bytes)
    binaries = (binaries + [binary]).suffix(settings.binaryLimit)
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

  /// - Parameter status: of the refusal when it does not compile.
  private func build(
    _ files: [SketchFile], _ platformID: Int, status: Int
  ) async throws(ParticleRefusal) -> HostCompilation.Build {
    guard !files.isEmpty else { throw .buildFailed(["No source file was sent."], status: status) }
    switch await program(files, platformID) {
    case .built(let build): return build
    case .failed(let errors): throw .buildFailed(errors, status: status)
    case .timedOut: throw .buildTimedOut(status: status)
    case .notAsked: throw .sketchNotAsked
    }
  }

  /// Compiles, unless the same was compiled before.
  func program(_ files: [SketchFile], _ platformID: Int) async -> HostCompilation {
    if let build = shelf.find(files, platformID) { return .built(build) }
    let compilation = await compiler(files, platformID)
    if case .built(let build) = compilation { shelf.keep(build, files, platformID) }
    return compilation
  }

  /// `PUT /v1/devices/:id` with files. The reply comes before the device runs the new program, as
  /// from the real cloud.
  func flash(
    _ request: PracticeRequest, _ index: Int
  ) async throws(ParticleRefusal) -> PracticeReply {
    let device = account.devices[index]
    let upload = Upload(request)
    guard isOnline(device) else { throw .flashTimedOut }
    guard upload.isBinary else {
      try await flash(upload.files, to: device.id)
      return .json(200, ["ok": true, "message": "Update started"])
    }
    // Only what was compiled here is loaded: bytes from elsewhere never run.
    guard let binary = binaries.last(where: { upload.holds($0.bytes) }) else {
      throw .buildFailed(["This binary was not compiled by this practice cloud."], status: 200)
    }
    try await flash(binary.files, to: device.id)
    return .json(200, ["id": .string(device.id), "status": "Update started"])
  }

  /// Flashes a program of one file and restarts the device with it.
  func flash(_ source: String, to id: String) async throws(ParticleRefusal) {
    try await flash([SketchFile(path: "main.ino", text: source)], to: id)
  }

  private func flash(_ files: [SketchFile], to id: String) async throws(ParticleRefusal) {
    guard let index = account.deviceIndex(id) else { throw .deviceUnknown }
    _ = try await build(files, account.devices[index].platformID, status: 200)
    // The account may have changed while the compiler ran.
    guard let index = account.deviceIndex(id) else { throw .deviceUnknown }
    account.devices[index].files = files
    await onChange()
    run { [self] in await update(id) }
  }
}
