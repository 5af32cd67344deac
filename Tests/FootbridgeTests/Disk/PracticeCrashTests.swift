import Foundation
import Storage
import Testing

/// The same at a terminal, in `footbridge practice`: there the clouds' own world is kept on the same
/// disk, with the secrets.
@Suite(
  "The disk fails at a write of a walk at a terminal",
  .enabled("it preloads a library, by the ways of Linux") { BadDisk.isPossible })
struct PracticeCrashTests {
  /// A walk takes a second or two, and there are thousands of places.
  static let stormCount = 200

  /// More Enters than a walk has questions.
  static let attempts = 60

  @Test("the next start goes on in the same world")
  func everyWrite() async throws {
    let stage = try await Stage(.none, seed: 1)
    let log = stage.scratch.file("writes")
    let disk = try await BadDisk(below: stage.home)
    let (said, ending) = try await walk(stage) { disk.failing($0, log: log) }
    #expect(ending == .code(0), "\(said)")
    let all = CrashPoint.all(of: "practice", writes: try BadDisk.writes(in: log))
    for point in CrashTests.drawn(all, few: 2, limit: PracticeCrashTests.stormCount) {
      try await fail(at: point)
    }
    print("practice: \(all.count) crash points in a walk at a terminal.")
  }

  private func fail(at point: CrashPoint) async throws {
    let stage = try await Stage(.none, seed: 1)
    let disk = try await BadDisk(below: stage.home)
    let (cut, ending) = try await walk(stage) { disk.failing($0, at: point.number, point.mode) }
    let mayEnd: [ChildProcess.Ending] =
      point.mode.kills ? [.signal(9), .code(0)] : [.code(2), .code(0)]
    #expect(mayEnd.contains(ending), "\(point): \(cut)")
    let (said, next) = try await walk(stage) { $0 }
    #expect(next == .code(0), "\(point): \(cut)\n\n\(said)")
    #expect(said.contains("Nothing is left to do"), "\(point): \(cut)\n\n\(said)")
    let home = StateDirectory(path: "\(stage.home)/practice")
    #expect(try LogStore(home: home).integrity() == "ok", "\(point)")
    let file = try Data(contentsOf: URL(fileURLWithPath: home.file(SecretsFile.fileName)))
    let world = try Look(json: file).at("setups.practice")["practice.world"].text ?? ""
    let kept = try Look(json: world)
    #expect(kept.at("particle.integrations.count").number == 1, "\(point)")
    #expect(kept.at("blynk.webhooks.count").number == 1, "\(point)")
    try stage.leaks.expectNone(inHome: stage.home)
  }

  /// Enter at every question, to the end.
  private func walk(
    _ stage: Stage, _ change: (ProgramCall) -> ProgramCall
  ) async throws -> (text: String, ending: ChildProcess.Ending) {
    let call = try stage.call(["practice"], variables: ["TERM": "xterm-256color"])
    let screen = try Screen(change(call))
    var text = ""
    for _ in 0..<PracticeCrashTests.attempts {
      guard let said = await screen.question() else { break }
      text += said
      await screen.type()
    }
    let (rest, ending) = await screen.end()
    return (text + rest, ending)
  }
}
