import Foundation
import TestSupport
import Testing

@testable import Fleet

/// What takes minutes, so only `make storm` does it.
@Suite(
  "A thousand setups",
  .enabled("it takes minutes: `make storm`") { Storm.count(of: 2, sample: 1) > 1 }
)
struct ThousandSetupsTests {
  @Test("four shards merge to the table that one run says")
  func shards() async throws {
    let fleet = try await FleetStage(setups: 1_000, devices: 50, seed: 83)
    let one = try await fleet.run("test", "--all", "--json", "--at-once", "50")
    #expect(one.ending == .code(0), "\(one.words)")
    #expect(one.words.contains("\nAll 1000 trips passed.\n"), "\(one.words.suffix(500))")
    var files: [String] = []
    for shard in 1...4 {
      let part = try await fleet.run(
        "test", "--all", "--json", "--at-once", "50", "--shard", "\(shard)/4")
      #expect(part.data.count { $0 == "\n" } == 250)
      files.append(fleet.stage.scratch.file("shard-\(shard)"))
      try part.data.write(toFile: files[shard - 1], atomically: true, encoding: .utf8)
    }
    let (merged, ending) = try await PipedProgram.run(
      fleet.stage.call(["history", "merge"] + files))
    #expect(ending == .code(0))
    let table = ThousandSetupsTests.timeless(merged)
    #expect(table.count > 1_000 && ThousandSetupsTests.timeless(one.words).hasSuffix(table))
    await fleet.end()
  }

  @Test("more setups than Particle's limit lets through at once wait, and the limit is kept")
  func limit() async throws {
    let (setups, limit) = (30, 100)
    let fleet = try await FleetStage(setups: setups, devices: setups, seed: 84)
    let start = Date()
    let all = try await fleet.run("test", "--all", "--json", "--particle-limit", "\(limit)")
    #expect(all.ending == .code(0), "\(all.words)")
    #expect(all.words.contains("Particle takes \(limit) calls in five minutes"))
    #expect(all.words.contains("\nAll \(setups) trips passed.\n"))
    let log = try await fleet.stage.look(at: fleet.fleet.members[0].start.admin + "/log")
    let times = try log["requests"].list.filter(isOurs).map {
      try #require(ThousandSetupsTests.date($0["at"].text))
    }
    for time in times where time >= start {
      #expect(times.count { $0 >= time && $0 < time + 300 } <= limit)
    }
    await fleet.end()
  }

  /// The calls of Blynk's webhook come from Blynk's address.
  private func isOurs(_ request: Look) -> Bool {
    request["cloud"].text == "particle" && request["method"].text != "POST"
  }

  private static func date(_ text: String?) -> Date? {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    return text.flatMap { try? style.parse($0) }
  }

  /// A table's lines without their times and widths.
  private static func timeless(_ text: String) -> [String] {
    text.split(separator: "\n").map { line in
      line.replacing(/[0-9.]+ m?s/, with: "~").replacing(/─+/, with: "─").split(separator: " ")
        .joined(separator: " ")
    }
  }
}

extension [String] {
  /// Whether it ends in the other's lines.
  fileprivate func hasSuffix(_ other: [String]) -> Bool { suffix(other.count) == other[...] }
}
