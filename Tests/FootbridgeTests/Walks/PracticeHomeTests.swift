import Testing

/// A practice setup is kept apart from real ones; who asks for it elsewhere is told where.
@Suite("A practice setup's home")
struct PracticeHomeTests {
  @Test("commands that do not find it say which flag does, and it does")
  func elsewhere() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .look)
    try await walker.leave()
    let practice = "\(walker.stage.home)/practice"
    // A path may be broken over several lines.
    func run(_ arguments: [String]) async throws -> String {
      try await PipedProgram.run(walker.stage.call(arguments)).text.filter { !$0.isWhitespace }
    }
    for arguments in [
      ["test", "practice"], ["test"], ["firmware"], ["forget", "practice"], ["status"],
    ] {
      #expect(try await run(arguments).contains("`--home\(practice)`"), "\(arguments)")
    }
    #expect(try await run(["status", "--home", practice]).hasPrefix("practice:"))
    #expect(try await !run(["status", "demo"]).contains("--home"))
  }

  @Test("whatever region was answered in practice, its tokens go to no real cloud")
  func region() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .region)
    await walker.screen.type("fra1")
    try await walker.walk(from: .platform, to: .blueprint)
    try await walker.leave()
    for command in ["doctor", "test"] {
      let (text, ending) = try await PipedProgram.run(
        walker.stage.call([command, "--home", "\(walker.stage.home)/practice"]))
      #expect(ending == .code(64) && text.contains("TOKEN WAS GIVEN FOR ANOTHER"), "\(text)")
    }
  }
}
