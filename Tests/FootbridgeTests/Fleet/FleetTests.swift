import Foundation
import Testing

/// Many setups with the real program, on practice devices of one account.
@Suite("Many setups", .serialized)
struct FleetTests {
  private static let merge = ["history", "merge"]

  @Test("shards print each setup once, and merge to the table that one run says")
  func shards() async throws {
    let fleet = try await FleetStage(setups: 5, devices: 5, seed: 81)
    try fleet.begin("unfinished")
    try fleet.begin("held")
    let lock = try HeldLock(file: "\(fleet.stage.home)/held.lock")
    defer { withExtendedLifetime(lock) {} }
    let all = ["s-0000", "s-0001", "s-0002", "s-0003", "s-0004", "held", "unfinished"].sorted()

    let one = try await fleet.run("test", "--all", "--json", "--at-once", "3")
    #expect(one.ending == .code(2), "\(one)")
    try TripObject.expect(7, in: one.data)
    #expect(try FleetTests.setups(in: one.data).sorted() == all)
    #expect(one.words.contains("held was not tried: Another Footbridge holds this setup"))
    #expect(one.words.contains("unfinished was not tried: It is not set up to its end"))
    #expect(one.words.contains("\n5 of 7 trips passed; 2 could not be judged.\n"), "\(one.words)")
    let again = try await merge(fleet, [one.data])
    #expect(one.words.hasSuffix(again.data), "\(one.words)\n\(again.data)")
    #expect(again.ending == .code(2))

    let half = try await fleet.run("test", "--all", "--json", "--shard", "1/2")
    let rest = try await fleet.run("test", "--all", "--json", "--shard", "2/2")
    #expect(try FleetTests.setups(in: half.data).count == 4)
    #expect(try FleetTests.setups(in: half.data + rest.data).sorted() == all)
    let parts = try await merge(fleet, [half.data, rest.data])
    let whole = try await merge(fleet, [rest.data + half.data + half.data])
    #expect(parts.data == whole.data)
    #expect(parts.data.contains("5 of 7 trips passed; 2 could not be judged."))
    let lines = try await fleet.run("history", "merge", "--json", fleet.stage.scratch.file("1"))
    #expect(try FleetTests.setups(in: lines.data) == all)
    await fleet.end()
  }

  @Test("setups that share a device take turns, so that none is blamed for another")
  func sharedDevice() async throws {
    let fleet = try await FleetStage(setups: 4, devices: 1, seed: 85)
    let all = try await fleet.run("test", "--all", "--at-once", "4")
    #expect(all.ending == .code(0), "\(all)")
    #expect((all.data + all.words).contains("All 4 trips passed."), "\(all)")
    await fleet.end()
  }

  @Test("doctor looks at all of them; one that is not finished does not stop the others")
  func doctor() async throws {
    let fleet = try await FleetStage(setups: 2, devices: 2, seed: 82)
    try fleet.begin("unfinished")
    let all = try await fleet.run("doctor", "--all", "--json")
    #expect(all.ending == .code(2), "\(all)")
    let lines = try all.data.split(separator: "\n").map { try Look(json: String($0)) }
    #expect(lines.count == 3)
    #expect(lines.count { $0["holds"].truth == true } == 2, "\(all)")
    #expect(all.words.contains("2 of 3 setups hold; 1 could not be asked."), "\(all.words)")
    await fleet.end()
  }

  @Test(
    "what does not fit is refused before anything is sent",
    arguments: [
      ["test", "--all", "--shard", "0/2"], ["test", "--all", "--shard", "3/2"],
      ["test", "--all", "--shard", "1"], ["test", "--shard", "1/2"], ["test", "--all", "demo"],
      ["test", "--all", "--at-once", "0"], ["test", "--all", "--particle-limit", "10"],
      ["test", "--all", "--count", "2"], ["doctor", "--all", "--shard", "a/b"],
      ["test", "--all"], ["history", "merge"], ["history", "merge", "/nowhere"],
    ])
  func refused(arguments: [String]) async throws {
    let stage = try await Stage(.none, seed: 83)
    let (text, ending) = try await PipedProgram.run(stage.call(arguments))
    #expect(ending == .code(64), "\(text)")
  }

  private func merge(
    _ fleet: FleetStage, _ parts: [String]
  ) async throws -> (data: String, ending: ChildProcess.Ending) {
    let files = parts.indices.map { fleet.stage.scratch.file("\($0 + 1)") }
    for (part, file) in zip(parts, files) {
      try part.write(toFile: file, atomically: true, encoding: .utf8)
    }
    let (text, ending) = try await PipedProgram.run(fleet.stage.call(FleetTests.merge + files))
    return (text.trimmingPrefix("\n").description, ending)
  }

  private static func setups(in data: String) throws -> [String] {
    try data.split(separator: "\n").map { try #require(try Look(json: String($0))["setup"].text) }
  }
}
