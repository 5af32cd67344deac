/// The stand-in as the compiler made it: the same for each sketch, so it is made once.
actor RuntimeObject {
  private var bytes: [UInt8]?
  private var coming: Task<Result<[UInt8], SketchError>, Never>?

  /// The object's bytes. Who comes while another's `make` runs waits for that; what failed is tried
  /// again by the next.
  func bytes(
    _ make: @escaping @Sendable () async -> Result<[UInt8], SketchError>
  ) async -> Result<[UInt8], SketchError> {
    if let bytes { return .success(bytes) }
    if let coming { return await coming.value }
    let task = Task { await make() }
    coming = task
    let result = await task.value
    coming = nil
    bytes = try? result.get()
    return result
  }
}
