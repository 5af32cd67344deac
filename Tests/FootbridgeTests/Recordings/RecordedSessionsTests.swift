import Foundation
import Testing

/// Whole runs recorded on practice clouds, and replayed when nothing listens any more.
@Suite("Recorded sessions")
struct RecordedSessionsTests {
  @Test(
    "a setup replays without a server: same screens, same state",
    arguments: ["blueprint", "manual"])
  func setup(path: String) async throws {
    let stage = try await Stage(.fresh, seed: 61)
    let answers = try String(contentsOfFile: stage.answers, encoding: .utf8)
    try answers.replacing("path: blueprint", with: "path: \(path)")
      .write(toFile: stage.answers, atomically: true, encoding: .utf8)
    let file = stage.scratch.file("setup.har")
    let live = try await stage.run(
      "setup", "demo", "--answers", stage.answers, "--record", file)
    #expect(live.ending == .code(0), "\(live.text)")
    let flags = stage.cloudFlags
    let status = try await PipedProgram.run(stage.call(["status", "demo", "--json"])).text
    await stage.end()
    let other = stage.scratch.file("other")
    let replayed = try await PipedProgram.run(
      stage.call(
        ["replay", file, "--", "setup", "demo", "--answers", stage.answers, "--home", other]
          + flags))
    #expect(replayed.ending == .code(0), "\(replayed.text)")
    #expect(
      RecordedSessionsTests.timeless(replayed.text) == RecordedSessionsTests.timeless(live.text))
    let look = ["status", "demo", "--json", "--home", other]
    let again = try await PipedProgram.run(stage.call(["replay", file, "--"] + look)).text
    #expect(RecordedSessionsTests.timeless(again) == RecordedSessionsTests.timeless(status))
    // What was replayed is a replay's: nothing of it is proven to who asks the clouds.
    let (outside, _) = try await PipedProgram.run(stage.call(look))
    let standings = Set(try Look(json: outside)["steps"].list.compactMap { $0["standing"].text })
    #expect(standings == ["open"], "\(outside)")
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(stage.leaks.found(in: data).isEmpty)
  }

  @Test(
    "a failed trip replays to the same verdict",
    arguments: [
      "blynk-bad-token", "function-missing", "integration-missing", "integration-error", "loop-v16",
      "network-unreachable", "stall",
    ])
  func verdict(fault: String) async throws {
    let stage = try await Stage(.walked, seed: 62)
    _ = try await stage.admin("/fault", "{\"name\":\"\(fault)\",\"on\":true}")
    let file = stage.scratch.file("trip.har")
    let test = ["test", "demo", "--json", "--timeout", "3"] + stage.cloudFlags
    let live = try await PipedProgram.run(stage.call(test + ["--record", file]))
    await stage.end()
    let replayed = try await PipedProgram.run(stage.call(["replay", file, "--"] + test))
    #expect(replayed.ending == live.ending)
    let keys = ["verdict", "failed_leg", "cause"]
    #expect(
      try RecordedSessionsTests.values(keys, replayed.text)
        == RecordedSessionsTests.values(keys, live.text))
  }

  @Test("a request that was not recorded ends with 2, and the nearest one is shown")
  func miss() async throws {
    let stage = try await Stage(.walked, seed: 63)
    let file = stage.scratch.file("trip.har")
    let live = try await stage.run("test", "demo", "--record", file)
    #expect(live.ending == .code(0), "\(live.text)")
    await stage.end()
    let missed = try await PipedProgram.run(
      stage.call(["replay", file, "--", "doctor", "demo"] + stage.cloudFlags))
    #expect(missed.ending == .code(2))
    #expect(missed.text.contains("THE RECORDING DOES NOT HOLD THIS REQUEST"))
    #expect(missed.text.contains("path: asked /v1/access_tokens/current"))
  }

  /// Without times of any kind, and without the width that they take; nor what a trip cost, as that
  /// is what it heard of until it ended.
  static func timeless(_ text: String) -> String {
    text.replacing(
      "That was a replay: nothing was sent, and it proves nothing of today.\n", with: ""
    )
    .replacing(/[0-9.]+ (ms|s)\b/, with: "~")
    .replacing(/[0-9]+ Blynk messages?, [0-9]+ Particle operations?/, with: "~")
    .replacing(/[0-9-]+T[0-9:.]+Z/, with: "~").split(whereSeparator: \.isWhitespace)
    .joined(separator: " ")
  }

  static func values(_ keys: [String], _ text: String) throws -> [String] {
    let line = try #require(text.split(separator: "\n").last { $0.hasPrefix("{") })
    let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return keys.map { "\(json?[$0] ?? "absent")" }
  }
}
