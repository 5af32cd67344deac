import Foundation
import Testing

/// Starts where the system gives too little: each ends in words and with 2, and none by a signal.
@Suite("What the system gives")
struct ProcessLimitsTests {
  private static let title = "I MAY NOT TAKE WHAT I NEED TO RUN"

  @Test(
    "too few descriptors are told before anything begins", arguments: [5, 8, 10, 12, 20, 40],
    ["status", "test demo", "practice --auto", "practice serve"])
  func descriptors(limit: Int, command: String) async throws {
    let stage = try await Stage(.none, seed: 71)
    let call = try stage.call(command.split(separator: " ").map(String.init))
    let (words, ending) = try await PipedProgram.run(call.inShell("ulimit -n \(limit); run"))
    #expect(ending == .code(2))
    #expect(words.contains(Self.title), "\(words)")
    #expect(words.contains("the limit of open files is \(limit)"))
  }

  @Test("with no descriptor at all it still ends with 2")
  func none() async throws {
    let stage = try await Stage(.none, seed: 72)
    let call = try stage.call(["status"]).inShell("ulimit -n 3; run 2>/dev/null")
    #expect(try await PipedProgram.run(call).ending != .code(0))
  }

  @Test("a low limit that may be raised is raised")
  func raised() async throws {
    let stage = try await Stage(.none, seed: 73)
    let call = try stage.call(["practice", "--auto"]).inShell("ulimit -S -n 20; run")
    let (words, ending) = try await PipedProgram.run(call)
    #expect(ending == .code(0), "\(words)")
  }

  @Test("too little memory is told before anything begins", arguments: [200_000, 300_000, 380_000])
  func memory(kilobytes: Int) async throws {
    let stage = try await Stage(.none, seed: 74)
    let call = try stage.call(["practice", "--auto"]).inShell("ulimit -v \(kilobytes); run")
    let (words, ending) = try await PipedProgram.run(call)
    #expect(ending == .code(2))
    #expect(words.contains(Self.title), "\(words)")
  }

  @Test(
    "without libcurl a trip is not begun, and no cloud is blamed", arguments: ["test", "doctor"])
  func library(command: String) async throws {
    let stage = try await Stage(.walked, seed: 75)
    // What is no library stands before the system's in the loader's path.
    let folder = stage.scratch.file("libraries")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["libcurl.so.4", "libcurl-gnutls.so.4"] {
      try "no library".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    var call = try stage.call([command, "demo"] + stage.cloudFlags)
    let others = call.environment["LD_LIBRARY_PATH"].map { ":\($0)" } ?? ""
    call.environment["LD_LIBRARY_PATH"] = folder + others
    let (words, ending) = try await PipedProgram.run(call)
    #expect(ending == .code(2))
    #expect(words.contains("LIBCURL IS NOT ON THIS MACHINE"), "\(words)")
    await stage.end()
  }
}
