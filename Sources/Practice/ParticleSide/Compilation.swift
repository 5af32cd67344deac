/// What became of a source text that was to run on a device.
package enum Compilation: Sendable {
  /// It can run; each call starts it anew on a board of that kind, as switching a device on does.
  case program(start: @Sendable (_ platformID: Int) async throws -> RunningSketch)
  /// The compiler's messages.
  case failed(errors: [String])

  /// Makes a program of a source text.
  package typealias Compiler = @Sendable (_ source: String) async -> Compilation

  /// What this practice cloud says of a text that it cannot run.
  package static let notYet = Compilation.failed(errors: [
    "This practice cloud cannot compile other sketches than Footbridge's yet."
  ])
}
