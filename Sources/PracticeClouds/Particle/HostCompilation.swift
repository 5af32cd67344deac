import DeviceSimulator

/// What became of a sketch that was to run on a device.
package enum HostCompilation: Sendable {
  case built(Build)
  /// The compiler's messages.
  case failed(errors: [String])
  /// The compiler gave up (particle:compile-gave-up).
  case timedOut

  /// It is not Footbridge's own sketch, and nobody said that others may run here.
  case notAsked

  /// A sketch that can run.
  package struct Build: Sendable {
    /// What `GET /v1/binaries/:id` hands out.
    package var bytes: [UInt8]
    /// As the real compiler's `size` prints it.
    package var sizeInfo: String
    /// Each call starts it anew, as switching a device on does; told whether there is a network,
    /// for which most sketches wait before they begin.
    package var start: @Sendable (_ online: Bool) async throws -> RunningSketch

    /// A sketch that was built; nothing runs before `start`.
    package init(
      bytes: [UInt8], sizeInfo: String,
      start: @escaping @Sendable (_ online: Bool) async throws -> RunningSketch
    ) {
      self.bytes = bytes
      self.sizeInfo = sizeInfo
      self.start = start
    }
  }

  /// Makes a program of a sketch's files for a kind of board.
  package typealias Compiler =
    @Sendable (_ files: [SketchFile], _ platformID: Int) async -> HostCompilation
}
