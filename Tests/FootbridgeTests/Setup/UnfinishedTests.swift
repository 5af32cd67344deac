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
    #expect(text.contains("\"holds\":false") && object["obstacle"].text == "secrets-missing")
    for command in ["doctor", "test", "firmware"] {
      let (words, again) = try await stage.run(command, "demo")
      #expect(again == .code(2) && words.contains("THE SECRETS FILE IS MISSING"), "\(words)")
      #expect(words.contains("‹particle.access_token› and ‹blynk.auth_token›"), "\(words)")
      #expect(words.contains(stage.home + "/secrets.json"), "\(words)")
    }
    let (status, _) = try await PipedProgram.run(stage.call(["status", "demo"]))
    #expect(status.contains("25 of 25 steps settled"), "\(status)")
    #expect(status.contains("The secrets file is missing"), "\(status)")
    await stage.end()
  }

  @Test("a secrets file that is back proves what it proved, and only what is missing is asked")
  func back() async throws {
    let stage = try await Stage(.walked, seed: 205)
    let file = stage.home + "/secrets.json"
    let kept = stage.scratch.file("kept.json")
    try FileManager.default.moveItem(atPath: file, toPath: kept)
    let screen = try stage.terminal(["setup", "demo"] + stage.cloudFlags)
    try await screen.expect("THE SECRETS FILE IS MISSING")
    try await screen.expect("Your Particle access token (hidden while you paste):")
    await screen.type("later")
    try await screen.expect("I need the Particle access token here.")
    try await screen.expect("Your Particle access token (hidden while you paste):")
    await screen.type("quit")
    let (text, ending) = await screen.end()
    #expect(ending == .code(0) && text.contains("Stopped at step 2 of 25."), "\(text)")
    try FileManager.default.copyItem(atPath: kept, toPath: file)
    let (said, held) = try await stage.run("doctor", "demo")
    #expect(held == .code(0) && said.contains("all of it holds"), "\(said)")
    let (status, _) = try await PipedProgram.run(stage.call(["status", "demo"]))
    #expect(status.contains("25 of 25 steps settled"), "\(status)")
    #expect(!status.contains("The secrets file"), "\(status)")
    await stage.end()
  }

  @Test("with nobody there, what an answers file has is given again for what is missing")
  func givenAgain() async throws {
    let stage = try await Stage(.walked, seed: 206)
    try FileManager.default.removeItem(atPath: stage.home + "/secrets.json")
    let (said, ending) = try await stage.run("setup", "demo", "--answers", stage.answers)
    #expect(ending == .code(0) && said.contains("THE SECRETS FILE IS MISSING"), "\(said)")
    let (held, after) = try await stage.run("doctor", "demo")
    #expect(after == .code(0), "\(held)")
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
