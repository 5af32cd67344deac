import Foundation
import Testing

/// Whatever is started next puts back what a killed run has left, before anything else.
@Suite("Any command puts back first")
struct InterruptedRestoresTests {
  @Test(
    "also one that asks no cloud",
    arguments: [
      ["status"], ["status", "--json"], ["history"], ["guide", "testing"], ["explain", "timeout"],
      ["firmware", "demo"],
    ])
  func any(command: [String]) async throws {
    let stage = try await Stage(.walked, seed: 157)
    _ = try await stage.admin("/latency", #"{"leg":"call","ms":60000}"#)
    _ = try await RestoreTests.kill(["test", "demo"], at: "&V16=1", on: stage)
    _ = try await stage.admin("/latency", #"{"leg":"call","ms":0}"#)
    #expect(try await RestoreTests.value("v16", on: stage) == 1)
    let (said, ending) = try await PipedProgram.run(stage.call(command))
    #expect(ending == .code(0), "\(said)")
    #expect(try await RestoreTests.value("v16", on: stage) == 0, "\(said)")
    await stage.end()
  }

  @Test(
    "also one of another setup, that is refused",
    arguments: [["test", "other"], ["doctor", "other"], ["forget", "other", "--yes"]])
  func others(command: [String]) async throws {
    let stage = try await Stage(.walked, seed: 158)
    _ = try await stage.admin("/latency", #"{"leg":"call","ms":60000}"#)
    _ = try await RestoreTests.kill(["test", "demo"], at: "&V16=1", on: stage)
    _ = try await stage.admin("/latency", #"{"leg":"call","ms":0}"#)
    let (said, ending) = try await PipedProgram.run(stage.call(command))
    #expect(ending == .code(64), "\(said)")
    #expect(try await RestoreTests.value("v16", on: stage) == 0, "\(said)")
    await stage.end()
  }
}
