import Foundation
import Testing

/// Trips in which the person turns the switch, from outside.
@Suite("Trips by hand")
struct ByHandTests {
  @Test("the turn is asked for and waited for, and the switch stays as the person turned it")
  func turned() async throws {
    let stage = try await Stage(.walked, seed: 81)
    let (said, ending) = try await turning(stage, ["test", "demo", "--by-hand"])
    #expect(ending == .code(0), "\(said)")
    #expect(said.contains("write    you turned V16 to 1"), "\(said)")
    #expect(said.contains("! by-hand: V16 stands at 1, as you turned it."), "\(said)")
    #expect(try await stage.admin("/state").json.at("blynk.values.v16.value").number == 1)
    await stage.end()
  }

  @Test("as JSON it is one trip like any other")
  func json() async throws {
    let stage = try await Stage(.walked, seed: 82)
    let (said, ending) = try await turning(stage, ["test", "demo", "--by-hand", "--json"])
    #expect(ending == .code(0), "\(said)")
    try TripObject.expect(in: said)
    await stage.end()
  }

  /// Runs it, and turns the switch when it asks.
  private func turning(
    _ stage: Stage, _ arguments: [String]
  ) async throws -> (text: String, ending: ChildProcess.Ending) {
    let running = try PipedProgram(stage.call(arguments + stage.cloudFlags))
    var said = ""
    var isTurned = false
    for await piece in running.output {
      said += String(decoding: piece, as: UTF8.self)
      guard !isTurned, said.contains("Turn V16 to 1 in Blynk now") else { continue }
      isTurned = true
      #expect(try await stage.admin("/flip", #"{"value":1}"#).status == 200)
    }
    #expect(isTurned, "\(said)")
    let ending = await running.child.ending()
    return (said, ending)
  }
}
