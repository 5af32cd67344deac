import Foundation
import Guide
import TestSupport
import Testing

/// The program's disk fails at every write of a whole setup, in every way: it is killed before,
/// during and after the write, no space is left, the file system becomes read-only, one call fails,
/// all of them fail. Each time the next start goes on at the last answer.
///
/// `make storm` runs all of them; without it, a few are drawn by chance from a seed.
@Suite(
  "The disk fails at a write",
  .enabled("it preloads a library, by the ways of Linux, and needs a C compiler") {
    BadDisk.isPossible
  })
struct CrashTests {
  /// `FOOTBRIDGE_STORM` is `all`, or how many; `SEED` draws others.
  static let variables = ProcessInfo.processInfo.environment
  static let drawnCount = Int(variables["FOOTBRIDGE_STORM"] ?? "")
  static let seed = UInt64(variables["SEED"] ?? "") ?? 1
  /// Setups at once; each of them waits for its clouds most of the time.
  static let lanes = 4

  @Test(
    "the next start goes on, and nothing is lost or made twice", arguments: ["blueprint", "manual"])
  func everyWrite(path: String) async throws {
    let writes = try await CrashRun.writes(of: path)
    let all = CrashPoint.all(of: path, writes: writes)
    let points = CrashTests.drawn(all, few: 8)
    let reached = try await run(points)
    #expect(reached > points.count * 9 / 10)
    print("\(path): \(reached) of \(all.count) crash points in \(writes.count) writes were tried.")
  }

  /// All of them in a storm, else a few.
  /// - Parameters:
  ///   - few: how many without a storm.
  ///   - limit: how many in a storm.
  static func drawn(_ points: [CrashPoint], few: Int, limit: Int = .max) -> [CrashPoint] {
    let count = variables["FOOTBRIDGE_STORM"] == "all" ? limit : drawnCount ?? few
    guard count < points.count else { return points }
    var chance = Seeded(seed: seed)
    return Array(points.shuffled(using: &chance).prefix(count))
  }

  private func run(_ points: [CrashPoint]) async throws -> Int {
    let guide = try GuideDocument.load(
      from: GuideFolder.find(explicit: nil, executable: BuiltProgram.path(), environment: [:]))
    var waiting = points[...]
    var reached = 0
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<CrashTests.lanes {
        guard let point = waiting.popFirst() else { break }
        group.addTask { try await CrashRun(point, guide: guide).run() }
      }
      while let wasReached = try await group.next() {
        reached += wasReached ? 1 : 0
        guard let point = waiting.popFirst() else { continue }
        group.addTask { try await CrashRun(point, guide: guide).run() }
      }
    }
    return reached
  }
}
