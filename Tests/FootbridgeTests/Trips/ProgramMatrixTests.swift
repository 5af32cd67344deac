import Foundation
import PracticeClouds
import TestSupport
import Testing

/// Every fault of the practice clouds, as the program itself tells of it: `test --json` names the
/// cause, `doctor --json` the same one or, where it cannot see that far, nothing.
@Suite("The matrix of faults, by the program")
struct ProgramMatrixTests {
  /// What the program said while a fault was on.
  struct Row: Sendable {
    let entry: FaultEntry
    let verdict: String
    let cause: String?
    let warnings: [String]
    let doctor: Set<String>

    /// What `test` tells: the cause, or what is not as it should be though the value came back.
    var isNamed: Bool {
      if entry.cause == "none" { return verdict == "pass" && warnings.isEmpty }
      if verdict == "pass" { return entry.leg == nil && warnings.contains(entry.cause) }
      return cause == entry.cause && verdict == (entry.leg == nil ? "inconclusive" : "fail")
    }

    var text: String {
      let told = (cause.map { [$0] } ?? []) + warnings.map { "(\($0))" }
      return [
        entry.name, verdict, told.joined(separator: " "),
        doctor.isEmpty ? "silent" : doctor.sorted().joined(separator: " "),
      ].joined(separator: "  ")
    }
  }

  /// What `doctor` says in coarser words where it looks from another side.
  static let coarser: [Fault: Set<String>] = [
    // Its own values are not kept either, and it cannot tell what else came.
    .echoStale: ["echo-missing"]
  ]

  static let atOnce = 8

  @Test("test names each fault's cause, and doctor never another one")
  func matrix() async throws {
    let rows = try await Crowd.each(Fault.registry, atOnce: Self.atOnce) {
      try await Self.row($0)
    }
    print(rows.map(\.text).joined(separator: "\n"))
    for row in rows {
      #expect(row.isNamed, "\(row.text)")
      let allowed = Self.coarser[row.entry.fault, default: []].union([row.entry.cause])
      #expect(row.doctor.isSubset(of: allowed), "\(row.text)")
    }
    #expect(rows.count == Fault.allCases.count)
  }

  private static func row(_ entry: FaultEntry) async throws -> Row {
    let stage = try await Stage(.walked, seed: 12)
    await stage.clouds?.settle()
    try await stage.clouds?.pull(entry.fault, on: true)
    let trip = try await object(stage, "test")
    let look = try await object(stage, "doctor")
    await stage.end()
    let failed = look["checks"].list.filter { $0["holds"].truth == false }
    return Row(
      entry: entry, verdict: trip["verdict"].text ?? "", cause: trip["cause"].text,
      warnings: trip["warnings"].list.compactMap { warning in
        warning.text.map { String($0.prefix { $0 != ":" }) }
      }.filter { !["slow", "out-of-step"].contains($0) },
      doctor: Set(failed.compactMap { $0["code"].text }))
  }

  /// What a command prints as JSON; its words go elsewhere.
  private static func object(_ stage: Stage, _ command: String) async throws -> Look {
    let (text, _) = try await stage.run(command, "demo", "--json", "--timeout", "10")
    let line = text.split(separator: "\n").last { $0.hasPrefix("{") }
    return try Look(json: String(try #require(line, "\(text)")))
  }
}
