import Foundation
import Storage
import TestSupport
import Testing
import Walkthrough

@testable import Trips

/// `Homes` keeps a state directory of each version there was, left half-way through a setup by a
/// process that was killed: they open, and the setup goes on. It holds practice tokens only.
@Suite("State directories of earlier versions")
struct EarlierHomesTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Homes").path

  static let versions = ["1", "2"]

  /// Of the practice accounts that they were walked on.
  static let seed: UInt64 = 41

  @Test(
    "a half-done setup opens, keeps all that it had, and is walked to its end", arguments: versions)
  func goesOn(version: String) async throws {
    // Clouds that were walked on before, as they were then.
    let stage = try await Stage(.walked, seed: EarlierHomesTests.seed)
    try EarlierHomesTests.put(version, at: stage.home)
    let before = try events(of: version, stage)
    #expect(before.count > 20)
    let (status, looked) = try await PipedProgram.run(stage.call(["status", "demo"]))
    #expect(looked == .code(0), "\(status)")
    #expect(status.contains("steps settled"))
    let (said, ending) = try await stage.run("setup", "demo", "--answers", stage.answers)
    #expect(ending == .code(0), "\(said)")
    #expect(said.contains("Nothing is left to do."))
    let book = try LogStore(home: StateDirectory(path: stage.home))
    let after = try book.events(of: "demo").map { try LoggedEvent.decode($0, book: book.file) }
    #expect(after.starts(with: before))
    #expect(try book.integrity() == "ok")
    let state = try await stage.admin("/state").json
    #expect(state.at("particle.integrations.count").number == 1)
    #expect(state.at("blynk.webhooks.count").number == 1)
    try stage.leaks.expectNone(inHome: stage.home)
    await stage.end()
  }

  @Test(
    "a disk that fails while it is brought up to date loses nothing",
    .enabled("it preloads a library, by the ways of Linux") { BadDisk.isPossible },
    arguments: versions)
  func migration(version: String) async throws {
    let stage = try await Stage(.none, seed: 1)
    let expected = try events(of: version, stage)
    let disk = try await BadDisk(below: stage.home)
    let log = stage.scratch.file("writes")
    try EarlierHomesTests.put(version, at: stage.home)
    let program = try stage.call(["status", "demo"])
    _ = try await PipedProgram.run(disk.failing(program, log: log))
    let points = CrashPoint.all(of: version, writes: try BadDisk.writes(in: log))
    for point in CrashTests.drawn(points, few: 8) {
      try EarlierHomesTests.put(version, at: stage.home)
      let failing = disk.failing(program, at: point.number, point.mode)
      let (said, ending) = try await PipedProgram.run(failing)
      let isFine = ending == (point.mode.kills ? .signal(9) : .code(2)) || ending == .code(0)
      #expect(isFine, "\(point): \(said)")
      let (status, looked) = try await PipedProgram.run(program)
      #expect(looked == .code(0), "\(point): \(status)")
      let book = try LogStore(home: StateDirectory(path: stage.home))
      let kept = try book.events(of: "demo").map { try LoggedEvent.decode($0, book: book.file) }
      #expect(kept == expected, "\(point)")
      #expect(try book.integrity() == "ok", "\(point)")
    }
    await stage.end()
  }

  /// What stands in one, read from a copy.
  private func events(of version: String, _ stage: Stage) throws -> [WalkEvent] {
    let copy = stage.scratch.file("before")
    try EarlierHomesTests.put(version, at: copy)
    let book = try LogStore(home: StateDirectory(path: copy))
    return try book.events(of: "demo").map { try LoggedEvent.decode($0, book: copy) }
  }

  /// Puts it in the place of whatever is there, with the modes that a checkout does not keep.
  private static func put(_ version: String, at home: String) throws {
    let manager = FileManager.default
    try? manager.removeItem(atPath: home)
    try manager.copyItem(atPath: "\(folder)/\(version)", toPath: home)
    try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: home)
    for name in try manager.contentsOfDirectory(atPath: home) {
      try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(home)/\(name)")
    }
  }
}
