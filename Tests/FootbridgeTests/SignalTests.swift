import Foundation
import Testing

/// The program told to end, from outside.
@Suite("Told to end")
struct SignalTests {
  @Test("`practice serve` says where it is, serves, and ends in good order", arguments: [2, 15])
  func serve(signal: Int32) async throws {
    let stage = try await Stage(.none, seed: 51)
    let running = try PipedProgram(stage.call(["practice", "serve", "--ready"]))
    var said = ""
    for await piece in running.output {
      said += String(decoding: piece, as: UTF8.self)
      guard let line = said.split(separator: "\n").first, said.contains("\n") else { continue }
      let start = try Look(json: String(line))
      #expect(
        start.keys == [
          "particle", "blynk", "access_token", "device_id", "auth_token", "template_id", "admin",
          "pid",
        ])
      let admin = try #require(start["admin"].text)
      let state = try await stage.look(at: "\(admin)/state")
      #expect(state.at("particle.integrations.count").number == 1)
      running.child.signal(signal)
    }
    #expect(await running.child.ending() == .code(0))
    #expect(said.split(separator: "\n").count == 1)
    #expect(!FileManager.default.fileExists(atPath: stage.home))
  }

  @Test("a trip that is interrupted puts the switch back, and ends with 130", arguments: [2, 15])
  func trip(signal: Int32) async throws {
    let stage = try await Stage(.walked, seed: 52)
    _ = try await stage.admin("/latency", #"{"leg":"call","ms":60000}"#)
    let running = try PipedProgram(stage.call(["test", "demo", "-v"] + stage.cloudFlags))
    var said = ""
    var isTold = false
    for await piece in running.output {
      said += String(decoding: piece, as: UTF8.self)
      if !isTold, said.contains("&V16=1") {
        isTold = true
        running.child.signal(signal)
      }
    }
    #expect(await running.child.ending() == .code(130), "\(said)")
    let state = try await stage.admin("/state").json
    #expect(state.at("blynk.values.v16.value").number == 0)
    let (history, _) = try await PipedProgram.run(stage.call(["history", "demo"]))
    #expect(history.split(separator: "\n").count == 4)
    await stage.end()
  }
}
