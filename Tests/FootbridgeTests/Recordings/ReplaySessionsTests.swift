import Foundation
import Testing

/// `replay --realtime` and `replay --diff` by the program itself, on one recording of `doctor`.
@Suite("Sessions of replay")
struct ReplaySessionsTests {
  private static let clock = ContinuousClock()

  @Test("the clouds answer as recorded, otherwise, and not at all; in real time it takes its time")
  func replays() async throws {
    let stage = try await Stage(.walked, seed: 67)
    let file = stage.scratch.file("doctor.har")
    let live = try await stage.run("doctor", "demo", "--record", file)
    #expect(live.ending == .code(0), "\(live.text)")
    try await same(stage, file)
    try await missingField(stage, file)
    try await status(stage, file)
    await stage.end()
    let gone = try await diff(stage, file)
    #expect(gone.ending == .code(2) && gone.text.contains("✗ ") == false, "\(gone.text)")
    try await realTime(stage, file, live.text)
  }

  private func diff(
    _ stage: Stage, _ file: String
  ) async throws -> (text: String, ending: ChildProcess.Ending) {
    try await PipedProgram.run(
      stage.call(["replay", file, "--diff", "--timeout", "5"] + stage.cloudFlags))
  }

  private func same(_ stage: Stage, _ file: String) async throws {
    let found = try await diff(stage, file)
    #expect(found.ending == .code(0), "\(found.text)")
    #expect(found.text.contains("answers as recorded"), "\(found.text)")
  }

  /// Of another day, on which Particle told one more thing of the account.
  private func missingField(_ stage: Stage, _ file: String) async throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let other = stage.scratch.file("other.har")
    let more = text.replacing(#"\"scopes\":[]"#, with: #"\"scopes\":[],\"tier\":1"#)
    #expect(more != text)
    try more.write(toFile: other, atomically: true, encoding: .utf8)
    let found = try await diff(stage, other)
    #expect(found.ending == .code(1), "\(found.text)")
    #expect(found.text.contains("GET") && found.text.contains("gone: tier"), "\(found.text)")
  }

  private func status(_ stage: Stage, _ file: String) async throws {
    _ = try await stage.admin("/fault", #"{"name":"particle-bad-token","on":true}"#)
    let found = try await diff(stage, file)
    #expect(found.ending == .code(1), "\(found.text)")
    #expect(found.text.contains("status: recorded 200, now 401"), "\(found.text)")
    #expect(found.text.contains("otherwise than recorded"), "\(found.text)")
  }

  /// No server listens any more. An answer that took a second and a half takes it again.
  private func realTime(_ stage: Stage, _ file: String, _ screen: String) async throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let slow = text.replacing(/"wait":[0-9.]+/, with: #""wait":1500"#, maxReplacements: 1)
    let other = stage.scratch.file("slow.har")
    try slow.write(toFile: other, atomically: true, encoding: .utf8)
    let start = Self.clock.now
    let replayed = try await PipedProgram.run(
      stage.call(["replay", other, "--realtime", "--", "doctor", "demo"] + stage.cloudFlags))
    #expect(start.duration(to: Self.clock.now) > .milliseconds(1500))
    #expect(replayed.ending == .code(0), "\(replayed.text)")
    #expect(
      RecordedSessionsTests.timeless(replayed.text) == RecordedSessionsTests.timeless(screen))
  }
}
