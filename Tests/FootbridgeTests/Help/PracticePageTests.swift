import Foundation
import Testing

/// The commands of docs/practice.md, played as somebody would paste them. They want curl and jq.
@Suite("The practice page", .enabled("curl and jq are needed") { await PageTools.areThere })
struct PracticePageTests {
  /// The page's blocks of shell commands, in order.
  private static func blocks() throws -> [String] {
    let place = FleetStage.checkout + "/docs/practice.md"
    return try String(contentsOfFile: place, encoding: .utf8)
      .matches(of: /```sh\n((?s).*?)```/).map { String($0.1) }
  }

  /// Starts the clouds, waits for their line, and has `w` for what stands in it.
  private static func start(_ block: String) -> String {
    block.split(separator: "\n").prefix(3).joined(separator: "\n") + "\n"
  }

  /// Plays them; the clouds end with them.
  private func play(_ commands: String) async throws -> String {
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file("footbridge"), withDestinationPath: BuiltProgram.path())
    let script = "set -eu\ntrap 'kill $!; wait' EXIT\n" + commands
    let environment = [
      "PATH": "\(scratch.path):/usr/bin:/bin", "HOME": scratch.path, "CI": "1",
      "FOOTBRIDGE_PROGRESS": "off",
    ]
    let (said, ending) = try await PipedProgram.run(
      ProgramCall(
        path: "/bin/sh",
        arguments: ["-c", script.replacing("Sources/", with: FleetStage.checkout + "/Sources/")],
        environment: environment, directory: scratch.path))
    #expect(ending == .code(0), "\(said)")
    return said
  }

  @Test("set up right, the switch comes back at once")
  func ready() async throws {
    let blocks = try PracticePageTests.blocks()
    #expect(try await play(blocks[0]).contains(#""value":"1""#))
  }

  @Test("with an answers file Footbridge goes all of the way")
  func answers() async throws {
    let said = try await play(PracticePageTests.blocks()[1])
    #expect(said.contains("Setup demo: 25 of 25 steps settled."))
    #expect(said.matches(of: /The round trip passed/).count == 2)
  }

  @Test("by hand the value comes back, too")
  func byHand() async throws {
    let blocks = try PracticePageTests.blocks()
    let said = try await play(PracticePageTests.start(blocks[1]) + blocks[2])
    #expect(said.contains("Update started") && said.contains(#""value":"1""#))
    #expect(!said.contains("error"))
  }

  @Test("the manual path's calls give the printed AuthToken")
  func manual() async throws {
    let blocks = try PracticePageTests.blocks()
    let said = try await play(
      PracticePageTests.start(blocks[1]) + blocks[3] + "echo; w auth_token\n")
    let token = try #require(said.firstMatch(of: /"auth_token":"([^"]+)"/)?.1)
    #expect(said.hasSuffix("\(token)\n"))
  }
}

/// What the page's commands are played with.
private enum PageTools {
  static var areThere: Bool {
    get async {
      let look = "command -v jq && curl --help all | grep -e --json"
      let call = ProgramCall(
        path: "/bin/sh", arguments: ["-c", look], environment: ["PATH": "/usr/bin:/bin"],
        directory: "/")
      return (try? await PipedProgram.run(call).ending) == .code(0)
    }
  }
}
