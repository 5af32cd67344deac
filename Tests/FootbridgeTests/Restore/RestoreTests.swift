import Foundation
import Storage
import TestSupport
import Testing

/// What a run that was cut off has left is put back by the next command, by the program itself.
@Suite("Put back by the next command")
struct RestoreTests {
  /// Kills the program with the first request of this text that was answered.
  static func kill(
    _ arguments: [String], at text: String, with signal: Int32 = SIGKILL, on stage: Stage
  ) async throws -> String {
    let running = try PipedProgram(stage.call(arguments + ["-v"] + stage.cloudFlags))
    var (said, isTold) = ("", false)
    for await piece in running.output {
      said += String(decoding: piece, as: UTF8.self)
      if !isTold, said.contains(text) {
        isTold = true
        running.child.signal(signal)
      }
    }
    #expect(
      await running.child.ending() == (signal == SIGKILL ? .signal(signal) : .code(130)), "\(said)")
    return said
  }

  static func value(_ pin: String, on stage: Stage) async throws -> Double? {
    try await stage.admin("/state").json.at("blynk.values.\(pin).value").number
  }

  @Test("what cannot be put back now is said by each command, until one can")
  func outstanding() async throws {
    let stage = try await Stage(.walked, seed: 150)
    _ = try await stage.admin("/latency", #"{"leg":"call","ms":60000}"#)
    _ = try await RestoreTests.kill(["test", "demo"], at: "&V16=1", on: stage)
    #expect(try await RestoreTests.value("v16", on: stage) == 1)
    _ = try await stage.admin("/latency", #"{"leg":"call","ms":0}"#)
    _ = try await stage.admin("/fault", #"{"name":"network-unreachable","on":true}"#)
    let (status, looked) = try await PipedProgram.run(stage.call(["status", "demo"]))
    #expect(looked == .code(0))
    #expect(status.contains("Still to be put back, as a run was cut off: V16 = 0."), "\(status)")
    let (away, unasked) = try await stage.run("doctor", "demo")
    #expect(unasked != .code(0) && away.contains("The next command tries again."), "\(away)")
    _ = try await stage.admin("/fault", #"{"name":"network-unreachable","on":false}"#)
    let (said, ending) = try await stage.run("doctor", "demo")
    #expect(ending == .code(0), "\(said)")
    #expect(said.contains("Put back what a run left that was cut off: V16 = 0"), "\(said)")
    #expect(try await RestoreTests.value("v16", on: stage) == 0)
    let (after, _) = try await PipedProgram.run(stage.call(["status", "demo"]))
    #expect(!after.contains("Still to be put back"), "\(after)")
    await stage.end()
  }

  @Test("a switch that a person turned back meanwhile is left as it is")
  func turnedMeanwhile() async throws {
    let stage = try await Stage(.walked, seed: 151)
    _ = try await stage.admin("/latency", #"{"leg":"call","ms":60000}"#)
    _ = try await RestoreTests.kill(["test", "demo"], at: "&V16=1", on: stage)
    _ = try await stage.admin("/latency", #"{"leg":"call","ms":0}"#)
    _ = try await stage.admin("/flip", #"{"value":0}"#)
    await stage.clouds?.settle()
    let (said, _) = try await stage.run("doctor", "demo")
    #expect(!said.contains("V16 = "), "\(said)")
    #expect(try await RestoreTests.value("v16", on: stage) == 0)
    await stage.end()
  }

  @Test("a device that was called without Blynk is called back")
  func called() async throws {
    let stage = try await Stage(.walked, seed: 152)
    _ = try await stage.admin("/latency", #"{"leg":"forward","ms":60000}"#)
    _ = try await RestoreTests.kill(
      ["test", "demo", "--legs", "up"], at: "blynk_led", on: stage)
    _ = try await stage.admin("/latency", #"{"leg":"forward","ms":0}"#)
    let (said, ending) = try await stage.run("doctor", "demo")
    #expect(ending == .code(0), "\(said)")
    #expect(said.contains("cut off: blynk_led(0)."), "\(said)")
    await stage.end()
  }

  @Test("two homes at one device at once wait for each other", arguments: ["doctor", "test"])
  func twoHomes(command: String) async throws {
    let stage = try await Stage(.walked, seed: 153)
    let other = stage.scratch.file("other")
    try FileManager.default.copyItem(atPath: stage.home, toPath: other)
    let words = [command, "demo"] + (command == "test" ? ["--webhook-limit", "0"] : [])
    let endings = try await Crowd.each([stage.home, other, stage.home, other], atOnce: 4) {
      home in
      try await PipedProgram.run(stage.call(words + stage.cloudFlags + ["--home", home]))
    }
    for (said, ending) in endings { #expect(ending == .code(0), "\(said)") }
    await stage.clouds?.settle()
    #expect(try await RestoreTests.value("v16", on: stage) == 0)
    #expect(try await RestoreTests.value("v15", on: stage) == 3.14159)
    await stage.end()
  }

  @Test("a trip that was called off says so, and no more", arguments: [SIGINT, SIGHUP])
  func calledOff(signal: Int32) async throws {
    let stage = try await Stage(.walked, seed: 154)
    _ = try await stage.admin("/latency", #"{"leg":"read","ms":400}"#)
    let said = try await RestoreTests.kill(
      ["test", "demo", "--json"], at: "&V16=1", with: signal, on: stage)
    #expect(!said.contains("CancellationError"))
    #expect(said.contains(#""evidence":"The trip was called off.""#), "\(said)")
    #expect(try await RestoreTests.value("v16", on: stage) == 0)
    await stage.end()
  }

  @Test("what was replayed is no proof, and counts against nothing")
  func replayed() async throws {
    let stage = try await Stage(.walked, seed: 155)
    let file = stage.scratch.file("trip.har")
    _ = try await stage.run("test", "demo", "--record", file)
    await stage.end()
    let book = try LogStore(home: StateDirectory(path: stage.home))
    let (trips, calls) = (try book.trips(), try book.webhookCalls(of: "demo", since: .distantPast))
    let (said, ending) = try await PipedProgram.run(
      stage.call(["replay", file, "--", "test", "demo"] + stage.cloudFlags))
    #expect(ending == .code(0), "\(said)")
    #expect(try book.trips() == trips)
    #expect(try book.webhookCalls(of: "demo", since: .distantPast) == calls)
  }

  @Test("trips of the future, by a clock that was wrong, make nobody wait and prove nothing")
  func future() async throws {
    let stage = try await Stage(.walked, seed: 156)
    let book = try LogStore(home: StateDirectory(path: stage.home))
    let ahead = Date(timeIntervalSinceNow: 90 * 86_400)
    for _ in 0..<5 {
      let id = try book.beginTrip(of: "demo", at: ahead, webhookCalls: 2)
      try book.endTrip(
        id, as: TripEnd(verdict: "pass", webhookCalls: 2, totalMilliseconds: 1, report: "{}"))
    }
    let (said, ending) = try await stage.run("test", "demo")
    #expect(ending == .code(0) && !said.contains("I wait"), "\(said)")
    let (history, _) = try await PipedProgram.run(stage.call(["history", "demo"]))
    #expect(history.contains("5 trips of a time that is still to come left out"), "\(history)")
    #expect(!history.contains(ahead.formatted(.iso8601)), "\(history)")
    #expect(history.contains("Last proof: "), "\(history)")
    await stage.end()
  }
}
