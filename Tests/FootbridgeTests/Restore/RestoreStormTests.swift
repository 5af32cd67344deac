import Foundation
import TestSupport
import Testing

@testable import PracticeClouds

/// The program ended by every signal at moments from a seed, in a trip, in a check and in a setup:
/// afterwards, or after the next command where nothing could be done at once, every datastream and
/// the switch stand as found.
@Suite("Ended at any moment")
struct RestoreStormTests {
  enum Command: String, CaseIterable { case test, doctor, setup }

  static let signals = [SIGHUP, SIGTERM, SIGINT, SIGKILL]
  static let rounds = 200
  static let lanes = 4

  /// One end: so many requests were answered, and then so long.
  struct End: CustomStringConvertible {
    var command: Command
    var signal: Int32
    var requests: Int
    var delay: Duration
    /// What the switch stands at before.
    var switchValue: Int

    var description: String {
      "\(command) by signal \(signal), \(delay) after request \(requests), V16 = \(switchValue)"
    }
  }

  /// Each command with each signal comes first, so that a sample has all of them.
  static let ends: [End] = {
    var chance = Seeded(seed: Storm.seed)
    let all = (0..<rounds).flatMap { _ in
      Command.allCases.flatMap { command in
        signals.map { signal in
          End(
            command: command, signal: signal, requests: 1 + chance.below(command == .test ? 8 : 30),
            delay: .milliseconds(chance.below(command == .test ? 90 : 30)),
            switchValue: chance.below(2))
        }
      }
    }
    return Array(all.prefix(Storm.count(of: all.count, sample: 12)))
  }()

  @Test("every datastream and the switch stand as found, and a signal that can be heard is heeded")
  func ends() async throws {
    let lanes = (0..<RestoreStormTests.lanes).map { lane in
      RestoreStormTests.ends.enumerated()
        .filter { $0.offset / RestoreStormTests.signals.count % RestoreStormTests.lanes == lane }
        .map(\.element)
    }
    let endings = try await Crowd.each(Array(lanes.enumerated()), atOnce: lanes.count) {
      lane async throws -> [String] in
      let stage = try await Stage(
        .walked, seed: 140 + UInt64(lane.offset),
        change: { $0.blynk.webhookCallsPerMinute = 100_000 })
      var endings: [String] = []
      for end in lane.element { endings.append(try await RestoreStormTests.make(end, on: stage)) }
      await stage.end()
      return endings
    }
    .flatMap { $0 }
    print(Dictionary(grouping: endings) { $0 }.mapValues(\.count).sorted { $0.key < $1.key })
    #expect(endings.count == RestoreStormTests.ends.count)
  }

  /// What each command says at its end.
  private static let lastWords = ["all of it holds", "Nothing is left to do", "Cost: "]

  /// - Returns: how it ended, in a word.
  ///
  /// It sleeps for a part of the moment: what is tried is any moment, and the same has to hold at
  /// each. Nothing is waited for by it.
  private static func make(_ end: End, on stage: Stage) async throws -> String {
    let clouds = try #require(stage.clouds)
    _ = try await stage.admin("/flip", #"{"value":\#(end.switchValue)}"#)
    let before = try await settled(stage)
    for leg in [PracticeLeg.write, .read] { clouds.faults.setLatency(leg, to: .milliseconds(10)) }
    for leg in [PracticeLeg.call, .forward] { clouds.faults.setLatency(leg, to: .milliseconds(40)) }
    let (said, ending) = try await run(end, on: stage)
    clouds.faults.reset()
    let isHeard = end.signal != SIGKILL
    // One that comes when all is said changes nothing, be it heard or not.
    let isThrough = lastWords.contains { said.contains($0) }
    let codes: [ChildProcess.Ending] =
      isThrough
      ? [.code(130), .code(0), .signal(end.signal)] : [isHeard ? .code(130) : .signal(SIGKILL)]
    #expect(codes.contains(ending), "\(end): \(said)")
    // Two calls of Blynk's webhook may overtake each other: then the device follows at the next.
    if isHeard { expect(try await settled(stage), ["v15", "v16"], asIn: before, end, said) }
    let (next, holds) = try await stage.run("doctor", "demo")
    #expect(holds == .code(0), "\(end): \(next)")
    expect(try await settled(stage), ["v15", "v16", "v17"], asIn: before, end, said + next)
    return "\(end.command) \(end.signal) \(ending)"
  }

  private static func run(
    _ end: End, on stage: Stage
  ) async throws -> (said: String, ending: ChildProcess.Ending) {
    let words =
      switch end.command {
      case .test: ["test", "demo", "--webhook-limit", "0"]
      case .doctor: ["doctor", "demo"]
      case .setup: ["setup", "demo", "--answers", stage.answers]
      }
    let running = try PipedProgram(stage.call(words + ["-v"] + stage.cloudFlags))
    var said = ""
    var blow: Task<Void, any Error>?
    for await piece in running.output {
      said += String(decoding: piece, as: UTF8.self)
      if blow == nil, said.split(separator: "\n").count(where: isRequest) >= end.requests {
        blow = Task {
          try await Task.sleep(for: end.delay)
          running.child.signal(end.signal)
        }
      }
    }
    let ending = await running.child.ending()
    try await blow?.value
    return (said, ending)
  }

  private static func isRequest(_ line: Substring) -> Bool { line.hasPrefix("curl ") }

  /// What Blynk shows when the device has followed the switch and has reported it: it may wait a
  /// second with that (four reports in a row, then one a second), and nothing else tells its end.
  private static func settled(_ stage: Stage) async throws -> Look {
    let clouds = try #require(stage.clouds)
    let url = "\(clouds.start.blynk)/external/api/getAll?token=\(clouds.start.authToken)"
    var values = Look(nil)
    for _ in 0..<200 {
      await clouds.settle()
      values = try await stage.look(at: url)
      if values["v16"].number == values["v17"].number { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    return values
  }

  /// V6 is the time of the device's last report, and V14 the seconds it has run by then.
  private static func expect(
    _ now: Look, _ pins: [String], asIn before: Look, _ end: End, _ said: String
  ) {
    for pin in pins {
      #expect(now[pin].number == before[pin].number, "\(end), \(pin): \(said)")
    }
    let (shown, known) = (now["v14"].number ?? -1, before["v14"].number ?? -1)
    #expect(shown >= known && shown < 1_000_000, "\(end), v14: \(shown), \(known): \(said)")
  }
}
