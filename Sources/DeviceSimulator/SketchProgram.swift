import Firmware

/// What a practice device can be flashed with: a sketch that `HostCompiler` took.
package struct SketchProgram: Sendable, Hashable {
  /// A sketch as an executable file of this machine.
  struct Executable: Sendable, Hashable {
    let bytes: [UInt8]
    /// Where the file lies while it is started.
    let temporaryFolder: String
    /// What it sees while it runs.
    let confinement: Confinement
  }

  enum Content: Sendable, Hashable {
    /// Our own sketch, of which the process has copies built in.
    case builtIn(FlashedValues)
    /// Any other.
    case executable(Executable)
  }

  /// The file that `GET /v1/binaries/:id` hands out: a program of this machine, or for our own
  /// sketch, which needs none, its source. Like a real binary it holds the AuthToken in clear.
  package let bytes: [UInt8]
  /// The kind of board that it was made for (particle:platform-ids).
  package let platformID: Int32
  /// How large it is, as the real compiler's `size` would print it (particle:compile-reply). Empty
  /// for our own sketch, as it sometimes was from the real cloud in 2015.
  package let sizeInfo: String

  let content: Content
}
