import Foundation
import Testing

/// "Nothing is left to do" and "all of it holds" are said only of what was looked at.
@Suite("What nobody knows is not called right")
struct UnfinishedTests {
  @Test("a finished setup whose clouds do not answer ends with 2")
  func gone() async throws {
    let stage = try await Stage(.walked, seed: 201)
    await stage.end()
    let (said, ending) = try await stage.run("setup", "demo", "--answers", stage.answers)
    #expect(ending == .code(2), "\(said)")
    #expect(!said.contains("Nothing is left to do"), "\(said)")
  }

  @Test("a setup that lost its secrets is not examined, and does not hold")
  func secretless() async throws {
    let stage = try await Stage(.walked, seed: 202)
    try FileManager.default.removeItem(atPath: stage.home + "/secrets.json")
    let (text, ending) = try await stage.run("doctor", "demo", "--json")
    #expect(ending == .code(2), "\(text)")
    let line = text.split(separator: "\n").first { $0.hasPrefix("{") }
    let object = try Look(json: String(line ?? "{}"))
    #expect(text.contains("\"holds\":false") && object["obstacle"].text == "setup-unfinished")
    let (words, again) = try await stage.run("doctor", "demo")
    #expect(again == .code(2) && words.contains("`footbridge setup demo` goes on"), "\(words)")
    await stage.end()
  }

  @Test("the step that a walk is stuck at is examined too")
  func stuck() async throws {
    let stage = try await Stage(.fresh, seed: 203)
    _ = try await stage.admin("/fault", #"{"name":"device-offline","on":true}"#)
    let (said, ending) = try await stage.run("setup", "demo", "--answers", stage.answers)
    #expect(ending == .code(1), "\(said)")
    let (text, found) = try await stage.run("doctor", "demo", "--json")
    #expect(found == .code(1) && text.contains("\"code\":\"device-offline\""), "\(text)")
    _ = try await stage.admin("/fault", #"{"name":"device-offline","on":false}"#)
    let (words, held) = try await stage.run("doctor", "demo")
    #expect(held == .code(0) && words.contains("The setup is not finished"), "\(words)")
    await stage.end()
  }

  @Test(
    "a name that no setup has is no empty history, and a replay takes nothing away",
    arguments: [
      ["history", "nosuch"], ["history", "nosuch", "--json"],
      ["replay", "nosuch.har", "--", "forget", "demo", "--yes"],
    ])
  func refused(command: [String]) async throws {
    let stage = try await Stage(.none, seed: 204)
    let (said, ending) = try await PipedProgram.run(stage.call(command))
    #expect(ending == .code(64), "\(said)")
  }
}
