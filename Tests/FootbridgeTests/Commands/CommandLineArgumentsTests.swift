import Testing

@testable import Footbridge

@Suite("Command-line arguments")
struct CommandLineArgumentsTests {
  @Test(
    "options before the command are read behind it",
    arguments: [
      ("--home X status", "status --home X"),
      ("--home=X status --json", "status --json --home=X"),
      ("--plain --timeout 3 test demo", "test demo --plain --timeout 3"),
      ("-v doctor", "doctor -v"),
      ("--home practice status", "status --home practice"),
      ("--home status", "--home status"),
      ("status --home X", "status --home X"),
      ("--help", "--help"),
      ("--plain stats", "--plain stats"),
      ("", ""),
    ])
  func ordered(given: String, ordered: String) {
    let words = given.split(separator: " ").map(String.init)
    #expect(CommandLineArguments(words).ordered.joined(separator: " ") == ordered)
  }

  @Test("moving the options loses no word", arguments: Program.names)
  func complete(command: String) {
    for options in [["--plain"], ["--home", "test"], ["-v", "--blynk-url", "http://x"]] {
      let given = options + [command, "demo", "--json"]
      let ordered = CommandLineArguments(given).ordered
      #expect(ordered.sorted() == given.sorted())
      #expect(ordered.first == command)
    }
  }

  @Test(
    "a first word that is no command is told the nearest one",
    arguments: [
      ("stats", "status"), ("--plain tests", "test"), ("--home test doctr", "doctor"),
      ("guides", "guide"),
    ])
  func unknown(given: String, nearest: String) throws {
    let words = given.split(separator: " ").map(String.init)
    let problem = try #require(CommandLineArguments(words).unknownCommand(among: Program.names))
    #expect(problem.causes == "Did you mean `footbridge \(nearest)`?")
    #expect(problem.outcome == .usage)
  }

  @Test("commands, options and nothing at all are no unknown command")
  func known() {
    for given in [["status"], ["--home", "X", "status"], ["--bogus"], ["--home", "X"], []] {
      #expect(CommandLineArguments(given).unknownCommand(among: Program.names) == nil)
    }
  }
}
