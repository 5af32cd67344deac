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
          "username", "password", "pid",
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
    #expect(history.contains("demo: 1 of 2 trips passed; 1 trip could not be judged."))
    await stage.end()
  }

  @Test(
    "a watch that is ended puts the switch back, sums up, and says what it saw", arguments: [2, 15])
  func watch(signal: Int32) async throws {
    let stage = try await Stage(.walked, seed: 53)
    let running = try PipedProgram(
      stage.call(["test", "demo", "--watch", "--interval", "600", "-v"] + stage.cloudFlags))
    var said = ""
    var isTold = false
    for await piece in running.output {
      said += String(decoding: piece, as: UTF8.self)
      if !isTold, said.contains(" passed in ") {
        isTold = true
        running.child.signal(signal)
      }
    }
    #expect(await running.child.ending() == .code(0), "\(said)")
    #expect(said.contains("1 of 1 trip passed."), "\(said)")
    #expect(said.contains("median"))
    await stage.end()
  }

  @Test("a watch on a terminal is a page that Ctrl-C takes away")
  func page() async throws {
    let stage = try await Stage(.walked, seed: 54)
    let screen = try stage.terminal(["test", "demo", "--watch"] + stage.cloudFlags)
    try await screen.expect("Watching demo. Ctrl-C ends it.")
    try await screen.expect("1 of 1 trip passed.")
    try await screen.expect("The last one passed in ")
    try await screen.expect("The next trip begins in ")
    await screen.pressAtOnce("\u{3}")
    let (text, ending) = await screen.end()
    #expect(ending == .code(0))
    #expect(text.contains("Call and publish are seen by one event"))
    let state = try await stage.admin("/state").json
    #expect(state.at("blynk.values.v16.value").number == 0)
    await stage.end()
  }
}
