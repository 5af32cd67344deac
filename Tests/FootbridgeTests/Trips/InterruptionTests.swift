import Foundation
import Storage
import TestSupport
import Testing

@testable import PracticeClouds

/// Trips of the real program that are cut short: by a signal, by the loss of the event stream, by
/// clouds that restart; in each leg, at moments from a seed.
@Suite("Trips cut short")
struct InterruptionTests {
  enum Blow: String, CaseIterable {
    case interrupt, terminate, streamLoss, restart

    var signal: Int32? {
      switch self {
      case .interrupt: SIGINT
      case .terminate: SIGTERM
      case .streamLoss, .restart: nil
      }
    }
  }

  /// One cut: the leg that takes most of the trip's time, and when the blow falls.
  struct Cut: CustomStringConvertible {
    var blow: Blow
    var leg: PracticeLeg
    var delay: Duration

    var description: String { "\(blow) in \(leg.rawValue), \(delay) after the stream opened" }
  }

  /// How long the leg is held up that the blow is meant for, and how long restarting clouds are
  /// away: milliseconds.
  static let held = 300
  static let away = Duration.milliseconds(100)
  static let lanes = 4

  static let cuts: [Cut] = {
    var chance = Seeded(seed: Storm.seed)
    let all = (0..<5).flatMap { _ in
      Blow.allCases.flatMap { blow in
        PracticeLeg.allCases.map { leg in
          let delay = Duration.milliseconds(Int.random(in: 0...held + 100, using: &chance))
          return Cut(blow: blow, leg: leg, delay: delay)
        }
      }
    }
    return Array(all.shuffled(using: &chance).prefix(Storm.count(of: all.count, sample: 12)))
  }()

  @Test("the switch stands as found, the history is whole, the exit code tells the truth")
  func cuts() async throws {
    let lanes = (0..<min(InterruptionTests.lanes, InterruptionTests.cuts.count)).map {
      lane in
      InterruptionTests.cuts.enumerated()
        .filter { $0.offset % InterruptionTests.lanes == lane }.map(\.element)
    }
    let made = try await Crowd.each(Array(lanes.enumerated()), atOnce: InterruptionTests.lanes) {
      lane async throws -> [String] in
      let stage = try await Stage(.walked, seed: 60 + UInt64(lane.offset))
      var endings: [String] = []
      for cut in lane.element {
        endings.append(try await InterruptionTests.make(cut, on: stage))
      }
      await stage.end()
      return endings
    }
    .flatMap { $0 }
    print(Dictionary(grouping: made) { $0 }.mapValues(\.count).sorted { $0.key < $1.key })
    #expect(made.count == InterruptionTests.cuts.count)
  }

  /// - Returns: what came of it, in a word.
  ///
  /// It sleeps, which tests do not do elsewhere: the moment of the blow, drawn from the seed, is
  /// what is tried here, and whatever the moment, the same has to hold. Nothing is waited for by it.
  private static func make(_ cut: Cut, on stage: Stage) async throws -> String {
    let clouds = try #require(stage.clouds)
    // The walk of the setup made a trip too.
    let before = try history(of: stage).count
    await clouds.settle()
    clouds.faults.reset()
    clouds.faults.setLatency(cut.leg, to: .milliseconds(held))
    let running = try PipedProgram(
      stage.call(["test", "demo", "-v", "--webhook-limit", "0"] + stage.cloudFlags))
    var said = ""
    var blow: Task<Void, any Error>?
    for await piece in running.output {
      said += String(decoding: piece, as: UTF8.self)
      if blow == nil, said.contains("/v1/devices/events") {
        blow = Task {
          try await Task.sleep(for: cut.delay)
          try await strike(cut.blow, running, clouds)
        }
      }
    }
    let ending = await running.child.ending()
    try await blow?.value
    clouds.faults.reset()
    await clouds.settle()
    let trips = try history(of: stage)
    #expect(trips.count == before + 1, "\(cut): \(said)")
    let state = try await stage.admin("/state").json
    #expect(state.at("blynk.values.v16.value").number == 0, "\(cut): \(said)")
    return try judge(cut, try #require(trips.first), ending, said)
  }

  /// Newest first.
  private static func history(of stage: Stage) throws -> [TripRecord] {
    try LogStore(home: StateDirectory(path: stage.home)).trips(of: "demo")
  }

  private static func strike(
    _ blow: Blow, _ running: PipedProgram, _ clouds: PracticeEnvironment
  ) async throws {
    switch blow {
    case .interrupt, .terminate: running.child.signal(blow.signal ?? 0)
    case .streamLoss: await clouds.parts.particle.dropStreams()
    case .restart:
      for isShut in [true, false] {
        for fault in [Fault.particleUnreachable, .networkUnreachable] {
          try await clouds.pull(fault, on: isShut)
        }
        if isShut { try await Task.sleep(for: away) }
      }
    }
  }

  private static func judge(
    _ cut: Cut, _ trip: TripRecord, _ ending: ChildProcess.Ending, _ said: String
  ) throws -> String {
    let report = try Look(json: Data(try #require(trip.report, "\(cut): \(said)").utf8))
    #expect(report["legs"].list.count == 5)
    #expect(report["verdict"].text == trip.verdict)
    let verdict = try #require(trip.verdict)
    let usual: [String: Int32] = ["pass": 0, "fail": 1, "inconclusive": 2]
    let isInterrupted = cut.blow.signal != nil && verdict == "inconclusive"
    let code = isInterrupted ? 130 : usual[verdict]
    #expect(ending == .code(code ?? -1), "\(cut): \(said)")
    // A signal or a lost stream ends the trip well; it never makes a leg look broken.
    if cut.blow != .restart { #expect(verdict != "fail", "\(cut): \(said)") }
    return "\(cut.blow) \(verdict)"
  }
}
