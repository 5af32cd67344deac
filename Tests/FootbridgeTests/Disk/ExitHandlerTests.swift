import Testing

/// Exit handlers of libraries take away what threads may still use that are not over yet, as
/// libcurl's is when the last request is done.
@Suite(
  "The program's end",
  .enabled("it preloads a library, by the ways of Linux") { BadDisk.isPossible })
struct ExitHandlerTests {
  @Test(
    "no exit handler runs, however it ends",
    arguments: [
      (["--version"], 0), (["practice", "--auto"], 0), (["nonsense"], 64), (["test"], 64),
      (["status", "demo"], 1),
    ] as [([String], Int32)])
  func none(command: [String], code: Int32) async throws {
    let stage = try await Stage(.none, seed: 2)
    let disk = try await BadDisk(below: stage.home)
    var call = disk.failing(try stage.call(command))
    call.environment["BADDISK_EXITS"] = "1"
    let (said, ending) = try await PipedProgram.run(call)
    #expect(ending == .code(code), "\(said)")
  }
}
