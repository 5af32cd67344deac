import Foundation
import Testing

/// A lock that is another's has to be given up once: closed a second time, its descriptor may be a
/// socket of the practice clouds by then.
@Suite(
  "No descriptor is closed twice",
  .enabled("it preloads a library, by the ways of Linux") { BadDisk.isPossible })
struct DescriptorTests {
  @Test("a setup that another process walks is refused")
  func heldSetup() async throws {
    let stage = try await Stage(.none, seed: 1)
    let disk = try await BadDisk(below: stage.home)
    let lock = try HeldLock(file: "\(stage.home)/demo.lock")
    for command in [["setup", "demo"], ["test", "demo"], ["forget", "demo"]] {
      let (said, ending) = try await PipedProgram.run(disk.failing(stage.call(command)))
      #expect([.code(75), .code(64)].contains(ending), "\(command): \(said)")
    }
    withExtendedLifetime(lock) {}
  }

  @Test("a folder that another practice device is built in is left to it")
  func heldFolder() async throws {
    let stage = try await Stage(.none, seed: 1)
    let disk = try await BadDisk(below: stage.home)
    let folder = stage.scratch.file("footbridge-sketch-other")
    let lock = try HeldLock(file: "\(folder)/.lock")
    let call = try stage.call(["practice", "--auto"], variables: ["TMPDIR": stage.scratch.path])
    let (said, ending) = try await PipedProgram.run(disk.failing(call))
    #expect(ending == .code(0), "\(said)")
    #expect(FileManager.default.fileExists(atPath: folder))
    withExtendedLifetime(lock) {}
  }
}
