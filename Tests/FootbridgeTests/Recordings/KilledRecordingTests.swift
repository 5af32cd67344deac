import Foundation
import Testing

/// `kill -9` before, during and after a write of a recording. `make storm` tries all of them.
@Suite(
  "A recording that is killed",
  .enabled("it preloads a library, by the ways of Linux, and needs a C compiler") {
    BadDisk.isPossible
  })
struct KilledRecordingTests {
  /// `doctor` puts back what stood in V6, V14 and V15, and first what a killed one left; the device
  /// may have reported in between.
  static let varying = 8

  @Test(
    "is whole JSON each time; an earlier one keeps what it held", arguments: [false, true])
  func killed(isUpdate: Bool) async throws {
    let stage = try await Stage(.walked, seed: 64)
    let folder = stage.scratch.file("recordings")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let disk = try await BadDisk(below: folder)
    let whole = "\(folder)/whole.har"
    let log = stage.scratch.file("writes")
    if isUpdate { try await record(stage, to: whole) { $0 } }
    try await record(stage, to: whole) { disk.failing($0, log: log) }
    let count = try #require(try KilledRecordingTests.entries(of: whole))
    let points = CrashPoint.all(of: "doctor", writes: try BadDisk.writes(in: log))
    for point in CrashTests.drawn(points.filter(\.mode.kills), few: 12) {
      let file = "\(folder)/killed-\(point.number)-\(point.mode).har"
      if isUpdate { try FileManager.default.copyItem(atPath: whole, toPath: file) }
      let ending = try await record(stage, to: file) {
        disk.failing($0, at: point.number, point.mode)
      }
      #expect(ending == .signal(9), "\(point)")
      // Nothing at all before the first write.
      let kept = try KilledRecordingTests.entries(of: file) ?? 0
      #expect(isUpdate ? kept >= count : kept <= count, "\(point): \(kept) of \(count)")
      #expect(try await record(stage, to: file) { $0 } == .code(0), "\(point)")
      // What the killed run left beside it is gone.
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(!left.contains { $0.contains(".footbridge-") }, "\(point): \(left)")
      let again = try KilledRecordingTests.entries(of: file) ?? 0
      let isWhole = (count...max(count, kept) + KilledRecordingTests.varying).contains(again)
      #expect(isWhole, "\(point): \(kept), recorded again \(again), of \(count)")
    }
    await stage.end()
  }

  @discardableResult
  private func record(
    _ stage: Stage, to file: String, _ change: (ProgramCall) -> ProgramCall
  ) async throws -> ChildProcess.Ending {
    let call = try stage.call(["doctor", "demo", "--record", file] + stage.cloudFlags)
    return try await PipedProgram.run(change(call)).ending
  }

  /// - Returns: nil where there is no file, or one that was made and not begun.
  private static func entries(of file: String) throws -> Int? {
    guard let data = FileManager.default.contents(atPath: file), !data.isEmpty else { return nil }
    let json = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let log = try #require(json?["log"] as? [String: Any])
    return try #require(log["entries"] as? [Any]).count
  }
}
