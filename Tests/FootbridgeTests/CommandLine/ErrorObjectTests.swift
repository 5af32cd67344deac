import Foundation
import Testing

/// Whoever reads JSON gets an object of every error, on the standard output; words go to the other.
@Suite("Errors as JSON")
struct ErrorObjectTests {
  @Test(
    "one line, with the code, the cure and the exit code",
    arguments: [
      ["test", "nosuch", "--json"], ["doctor", "nosuch", "--json"], ["test", "--json", "--bogus"],
      ["status", "nosuch", "--json"], ["history", "--json", "--last", "-1"],
      ["test", "--json", "--legs", "sideways"], ["doctor", "--all", "--json"],
      ["test", "--json", "--count", "0"], ["nosuch", "--json"],
      ["replay", "/nonexistent.har", "--", "test", "--json"],
    ])
  func object(arguments: [String]) async throws {
    let stage = try await Stage(.none, seed: 190)
    let (text, ending) = try await PipedProgram.run(stage.call(arguments))
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("{") }
    #expect(lines.count == 1, "\(text)")
    let object = try Look(json: String(lines.first ?? "{}"))
    #expect(object["error"].text?.isEmpty == false && object["title"].text?.isEmpty == false)
    #expect(object["fix"].text?.isEmpty == false, "\(text)")
    #expect(ending == .code(Int32(object["exit"].number ?? -1)), "\(text)")
  }
}
