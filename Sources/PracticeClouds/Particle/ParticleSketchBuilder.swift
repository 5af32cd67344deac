import DeviceSimulator

/// Makes programs of sketches.
struct ParticleSketchBuilder: Sendable {
  let context: ParticleContext

  /// - Parameter status: of the refusal when it does not compile.
  func build(
    _ files: [SketchFile], _ platformID: Int, status: Int, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> HostCompilation.Build {
    guard !files.isEmpty else { throw .buildFailed(["No source file was sent."], status: status) }
    switch await compile(files, platformID, in: store) {
    case .built(let build): return build
    case .failed(let errors): throw .buildFailed(errors, status: status)
    case .timedOut: throw .buildTimedOut(status: status)
    case .notAsked: throw .sketchNotAsked
    }
  }

  /// Compiles, unless the same was compiled before.
  func compile(
    _ files: [SketchFile], _ platformID: Int, in store: isolated ParticleStore
  ) async -> HostCompilation {
    if let build = store.build(of: files, platformID) { return .built(build) }
    let compilation = await context.compiler(files, platformID)
    if case .built(let build) = compilation { store.keep(build, of: files, platformID) }
    return compilation
  }
}
