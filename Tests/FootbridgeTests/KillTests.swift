import Foundation
import TestSupport
import Testing

/// `kill -9` for real, in the middle of a setup with nobody there.
@Suite("Killed in the middle of a setup")
struct KillTests {
  /// What a setup changes in the clouds, in order.
  static let changes = [
    "blueprint": ["blueprint", "device", "sketch", "webhook", "integration"],
    "manual": ["template", "datastreams", "device", "sketch", "webhook", "integration"],
  ]

  @Test(
    "killed when a cloud has done what it was asked and its reply is not out yet",
    arguments: changes.flatMap { path, changes in
      changes.enumerated().map { (path, $0.offset + 1, $0.element) }
    })
  func atChange(path: String, number: Int, change: String) async throws {
    let trap = Trap()
    let stage = try await Stage(.fresh, seed: UInt64(100 + number)) { await trap.cloudChanged() }
    await trap.set(at: number)
    let running = try PipedProgram(setup(on: stage, path: path))
    await trap.aim(at: running.child)
    for await _ in running.output {}
    #expect(await running.child.ending() == .signal(9), "the \(change) was not made")
    try await expectOneOfEach(on: stage, path: path)
    await stage.end()
  }

  @Test(
    "killed five times as soon as it has said so many lines",
    arguments: 1...4 as ClosedRange<UInt64>)
  func atLine(seed: UInt64) async throws {
    let stage = try await Stage(.fresh, seed: seed)
    var chance = Seeded(seed: seed)
    for _ in 0..<5 {
      let running = try PipedProgram(setup(on: stage))
      try await kill(running, atLine: chance.below(7))
      let (_, ending) = try await PipedProgram.run(stage.call(["status", "--json"]))
      #expect(ending == .code(0))
    }
    try await expectOneOfEach(on: stage)
    await stage.end()
  }

  private func kill(_ running: PipedProgram, atLine line: Int) async throws {
    if line == 0 { running.child.signal(9) }
    var lines = 0
    for await piece in running.output {
      lines += piece.count { $0 == UInt8(ascii: "\n") }
      if lines >= line { running.child.signal(9) }
    }
    let ending = await running.child.ending()
    #expect(ending == .signal(9) || ending == .code(0))
  }

  private func setup(on stage: Stage, path: String = "blueprint") throws -> ProgramCall {
    try stage.call(
      ["setup", "demo", "--answers", stage.answers, "--path", path] + stage.cloudFlags)
  }

  /// The next run goes on to the end, and nothing was made twice.
  private func expectOneOfEach(
    on stage: Stage, path: String = "blueprint"
  ) async throws {
    let (said, ending) = try await PipedProgram.run(setup(on: stage, path: path))
    #expect(ending == .code(0), "\(said)")
    #expect(said.contains("steps settled. Nothing is left to do."))
    let state = try await stage.admin("/state").json
    #expect(state.at("particle.integrations.count").number == 1)
    #expect(state.at("blynk.template.datastreams.count").number == 5)
    #expect(state.at("blynk.webhooks.count").number == 1)
    let (trip, verdict) = try await stage.run("test", "demo", "--json")
    #expect(verdict == .code(0), "\(trip)")
    try TripObject.expect(in: trip)
    try stage.leaks.expectNone(inHome: stage.home)
  }
}
