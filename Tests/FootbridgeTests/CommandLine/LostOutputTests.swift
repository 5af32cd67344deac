import Foundation
import Terminal
import Testing

@testable import Footbridge

/// What could not be written, from outside: a full device, a file that may not grow, a closed
/// output.
@Suite("Output that is lost")
struct LostOutputTests {
  /// One of each command and of each thing that a command prints; those that go to the clouds last.
  static let commands = [
    "--help", "--version", "--generate-completion-script bash", "--generate-completion-script zsh",
    "--generate-completion-script fish", "--experimental-dump-help", "help", "help test",
    "help causes", "help environment", "help exit-codes", "test --help", "practice serve --help",
    "explain", "explain loop-v16", "guide", "guide firmware", "guide --lint {guide}",
    "setup --print-answers", "practice serve", "practice serve --list-faults",
    "practice serve --list-faults --json", "test --json-schema", "status", "status --json",
    "status demo", "history", "history --json", "history demo", "firmware demo",
    "history merge {reports}", "show {recording}", "show {recording} 1",
    "show {recording} --as-curl", "replay {recording} -- status", "forget demo --dry-run",
    "doctor", "doctor --json", "doctor --all", "test --webhook-limit 0",
    "test --webhook-limit 0 --json", "test --webhook-limit 0 --all",
    "test --webhook-limit 0 --html -", "test --webhook-limit 0 --junit -",
    "firmware demo --compile", "setup demo", "walk",
    "practice --auto",
  ]

  private static let start = "── THE OUTPUT COULD NOT BE WRITTEN"

  @Test("every command whose output is lost says so on the error stream and ends with 2")
  func full() async throws {
    let stage = try await LostOutputTests.stage()
    var odd: [String] = []
    for command in LostOutputTests.commands {
      let (words, ending) = try await PipedProgram.run(
        LostOutputTests.call(command, stage).inShell("run >/dev/full"))
      if ending != .code(2) || !words.contains(LostOutputTests.start) {
        odd.append("\(command): \(ending) \(words)")
      }
    }
    await stage.end()
    #expect(odd == [])
  }

  @Test("no command is left out")
  func complete() {
    let walked = Set(LostOutputTests.commands.compactMap { $0.split(separator: " ").first })
    #expect(Program.names.filter { !walked.contains(Substring($0)) } == [])
  }

  @Test("half an output is no output", arguments: ["setup --print-answers", "--help", "guide 3"])
  func half(command: String) async throws {
    let stage = try await Stage(.none, seed: 61)
    let call = try LostOutputTests.call(command, stage)
    let (words, ending) = try await PipedProgram.run(call.inShell("ulimit -f 1; run >half"))
    #expect(ending == .code(2), "\(words)")
    #expect(words.contains("File too large"))
  }

  @Test("a closed output is a lost one; a closed error stream where nothing is said is none")
  func closed() async throws {
    let stage = try await Stage(.none, seed: 62)
    let status = try stage.call(["status"])
    let (words, ending) = try await PipedProgram.run(status.inShell("run >&-"))
    #expect(ending == .code(2))
    #expect(words.hasPrefix(LostOutputTests.start))
    let (text, silent) = try await PipedProgram.run(status.inShell("run 2>&-"))
    #expect(silent == .code(0))
    #expect(text.hasPrefix("There is no setup yet."))
  }

  @Test("words that are lost on the error stream are lost, and a refusal stays one")
  func errors() async throws {
    let stage = try await Stage(.none, seed: 63)
    let json = try stage.call(["status", "--json"]).inShell("run 2>/dev/full")
    #expect(try await PipedProgram.run(json).ending == .code(2))
    let refused = try stage.call(["nosuch"]).inShell("run 2>/dev/full")
    #expect(try await PipedProgram.run(refused).ending == .code(64))
  }

  @Test("a reader that has gone is no loss", arguments: ["guide firmware", "help", "explain"])
  func gone(command: String) async throws {
    let stage = try await Stage(.none, seed: 64)
    let call = try LostOutputTests.call(command, stage)
    let (text, ending) = try await PipedProgram.run(
      call.inShell("(run) | head -n 1 >/dev/null; exit ${PIPESTATUS[0]}"))
    #expect(ending == .code(0))
    #expect(text.isEmpty)
  }

  @Test("a file that does not fit is as it was before, and the run ends with 2")
  func files() async throws {
    let stage = try await Stage(.walked, seed: 65)
    for option in ["html", "junit", "tap", "markdown"] {
      let file = stage.scratch.file("report.\(option)")
      try "as before".write(toFile: file, atomically: true, encoding: .utf8)
      let call = try stage.call(["test", "demo", "--\(option)", file] + stage.cloudFlags)
      let (words, ending) = try await PipedProgram.run(call.inShell("ulimit -f 0; run"))
      #expect(ending == .code(2), "\(words)")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "as before")
    }
    await stage.end()
  }

  private static func stage() async throws -> Stage {
    let stage = try await Stage(
      .walked, seed: 60, change: { $0.blynk.webhookCallsPerMinute = 1_000 })
    let (report, _) = try await stage.run("test", "demo", "--json")
    let lines = report.split(separator: "\n").filter { $0.hasPrefix("{") }
    try lines.joined(separator: "\n").write(
      toFile: stage.scratch.file("reports"), atomically: true, encoding: .utf8)
    return stage
  }

  private static func call(_ command: String, _ stage: Stage) throws -> ProgramCall {
    let recordings = Session.checkout.appendingPathComponent("Recordings").path
    let names = try FileManager.default.contentsOfDirectory(atPath: recordings)
    let recording = names.sorted().first { $0.hasSuffix(".har") } ?? ""
    let words = command.replacing("{recording}", with: "\(recordings)/\(recording)")
      .replacing("{reports}", with: stage.scratch.file("reports"))
      .replacing("{guide}", with: HelpPageTests.guide)
      .split(separator: " ").map(String.init)
    let asks = ["doctor", "test", "firmware", "setup demo", "walk", "forget"]
    let flags = asks.contains { command.hasPrefix($0) } ? stage.cloudFlags : []
    return try stage.call(words + flags)
  }
}
