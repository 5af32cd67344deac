import Foundation
import Synchronization

/// Makes a program's disk fail at one of its writes, by a library that is loaded before all others.
struct BadDisk: Sendable {
  /// What happens at that write; `baddisk.c` says it in full.
  enum Mode: String, CaseIterable, Sendable {
    case before, during, after, full, sealed, broken, dying

    /// The program is killed there, rather than told.
    var kills: Bool { self == .before || self == .during || self == .after }
  }

  /// One call that changes something, as the library tells it.
  struct Write: Sendable {
    let call: String
    let bytes: Int
    let path: String
  }

  struct NotBuilt: Error { let said: String }

  let library: String
  /// What is written below it is counted.
  let directory: String

  static var isPossible: Bool {
    #if os(Linux)
      compiler != nil
    #else
      false
    #endif
  }

  private static let compiler = ["/usr/bin/cc", "/usr/bin/clang", "/usr/bin/gcc"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Compiled once, into a folder that is gone with the tests.
  private static let built = Task {
    let scratch = try Scratch()
    let library = scratch.file("baddisk.so")
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("baddisk.c").path
    let call = ProgramCall(
      path: compiler ?? "/usr/bin/cc",
      arguments: ["-O1", "-shared", "-fPIC", "-o", library, source, "-ldl"],
      environment: ["PATH": "/usr/bin:/bin"], directory: scratch.path)
    let (said, ending) = try await PipedProgram.run(call)
    guard ending == .code(0) else { throw NotBuilt(said: said) }
    return (scratch: scratch, library: library)
  }

  init(below directory: String) async throws {
    library = try await BadDisk.built.value.library
    self.directory = directory
  }

  /// - Parameter number: of the write that fails, from 1; 0 for none.
  func failing(
    _ program: ProgramCall, at number: Int = 0, _ mode: Mode? = nil, log: String? = nil
  ) -> ProgramCall {
    var program = program
    program.environment["LD_PRELOAD"] = library
    program.environment["BADDISK_BELOW"] = directory
    program.environment["BADDISK_AT"] = "\(number)"
    program.environment["BADDISK_MODE"] = mode?.rawValue
    program.environment["BADDISK_LOG"] = log
    return program
  }

  /// What was written to a log, in order.
  static func writes(in log: String) throws -> [Write] {
    try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ", maxSplits: 3).map(String.init)
      guard words.count == 4, let bytes = Int(words[2]) else { return nil }
      return Write(call: words[1], bytes: bytes, path: words[3])
    }
  }
}
