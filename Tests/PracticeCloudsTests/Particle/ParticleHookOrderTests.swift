import Core
import Foundation
import HTTP
import HTTPTestServer
import Synchronization
import Testing

@testable import PracticeClouds

/// In which order an integration's requests reach their target. Nothing here is timed: a target
/// holds requests until something else has happened.
struct ParticleHookOrderTests {
  /// A target that answers a request for `/held` only when it is told to.
  private final class SlowTarget: Sendable {
    private struct State {
      var isOpen = false
      var waiting: [CheckedContinuation<Void, Never>] = []
      /// What came, and whether the target was open by then.
      var seen: [String] = []
    }

    private let state = Mutex(State())
    /// Opens the target when it comes.
    private let key: String?

    init(openedBy key: String? = nil) { self.key = key }

    var seen: [String] { state.withLock { $0.seen } }

    func answer(_ request: PracticeRequest) async -> PracticeReply {
      let isOpen = state.withLock { state in
        state.seen.append("\(request.rawQuery ?? "")\(state.isOpen ? "" : " before")")
        return state.isOpen
      }
      if request.rawQuery == key { open() }
      if request.path == "/held", !isOpen { await opened() }
      return .empty(200)
    }

    func open() {
      let waiting = state.withLock { state in
        state.isOpen = true
        defer { state.waiting = [] }
        return state.waiting
      }
      for one in waiting { one.resume() }
    }

    private func opened() async {
      await withCheckedContinuation { continuation in
        let isOpen = state.withLock { state in
          if !state.isOpen { state.waiting.append(continuation) }
          return state.isOpen
        }
        if isOpen { continuation.resume() }
      }
    }
  }

  /// Serves a target, and a cloud with an integration for each of its paths.
  private func run(
    _ target: SlowTarget, _ paths: [String], settings: ParticlePracticeSettings = .init(),
    time: PracticeTime = .system, _ body: (ParticleBench) async throws -> Void
  ) async throws {
    let server = try await PracticeServer.listen { await target.answer($0) }
    try await ParticleBench.run(settings: settings, time: time) { bench in
      for path in paths {
        let definition = JSONObject([
          ("integration_type", "Webhook"), ("event", .string(path)), ("requestType", "GET"),
          ("url", .string("http://127.0.0.1:\(server.port)/\(path)")), ("noDefaults", true),
          ("query", ["v": "{{{PARTICLE_EVENT_VALUE}}}"]),
        ])
        #expect(try await bench.json(.post, "/v1/integrations", .object(definition)).status == 201)
      }
      try await body(bench)
      target.open()
      await bench.cloud.settle()
    }
    await server.stop()
  }

  private func publish(_ bench: ParticleBench, _ name: String, _ data: String) async throws {
    _ = try await bench.json(
      .post, "/v1/devices/events", ["name": .string(name), "data": .string(data)])
  }

  @Test("an event waits for the one before at its own integration, and at no other")
  func inOrder() async throws {
    let target = SlowTarget()
    try await run(target, ["held", "free"]) { bench in
      var stream = try await bench.stream("/v1/events/hook-")
      for data in ["1", "2", "3"] { try await publish(bench, "held", data) }
      try await publish(bench, "free", "9")
      #expect(try await stream.next(1) == ["hook-sent/free undefined"])
      target.open()
      #expect(
        try await stream.next(3) == Array(repeating: "hook-sent/held undefined", count: 3))
    }
    // What the free one sent may come before or after the first of the others.
    #expect(target.seen.filter { $0 != "v=9 before" } == ["v=1 before", "v=2", "v=3"])
  }

  @Test("a fault, or a setting, lets an event overtake the one before", arguments: [true, false])
  func overtaken(byFault: Bool) async throws {
    let target = SlowTarget(openedBy: "v=2")
    var settings = ParticlePracticeSettings()
    settings.hooksInOrder = byFault
    try await run(target, ["held"], settings: settings) { bench in
      bench.faults.set(.eventReordered, on: byFault)
      var stream = try await bench.stream("/v1/events/hook-")
      // The first is not answered before the second has come.
      for data in ["1", "2"] { try await publish(bench, "held", data) }
      #expect(
        try await stream.next(2) == Array(repeating: "hook-sent/held undefined", count: 2))
    }
  }

  @Test("events under way on a slow leg do not add up: each is late by the leg's latency only")
  func latency() async throws {
    // A wait is over when there are two of them.
    let gate = SlowTarget(openedBy: "second")
    let started = Mutex(0)
    let time = PracticeTime(now: { Date(timeIntervalSince1970: 1_714_555_812) }) { duration in
      guard duration == .seconds(7) else { return try await Task.sleep(for: .seconds(3600)) }
      let number = started.withLock {
        $0 += 1
        return $0
      }
      let query = number == 1 ? "first" : "second"
      _ = await gate.answer(PracticeRequest(method: "GET", target: "/held?\(query)"))
    }
    let target = SlowTarget()
    target.open()
    try await run(target, ["held"], time: time) { bench in
      bench.faults.setLatency(.forward, to: .seconds(7))
      var stream = try await bench.stream("/v1/events/hook-")
      for data in ["1", "2"] { try await publish(bench, "held", data) }
      #expect(
        try await stream.next(2) == Array(repeating: "hook-sent/held undefined", count: 2))
    }
    #expect(target.seen == ["v=1", "v=2"])
  }

  @Test("a target that keeps still costs each event its 20 s, and the next is sent all the same")
  func givenUp() async throws {
    let clock = HandClock()
    let target = SlowTarget()
    try await run(target, ["free"], time: clock.time) { bench in
      var stream = try await bench.stream("/v1/events/hook-")
      bench.faults.set(.timeout, on: true)
      let before = clock.now
      for data in ["1", "2"] { try await publish(bench, "free", data) }
      let text = "hook-error/free/0 ESOCKETTIMEDOUT"
      #expect(try await stream.next(2) == [text, text])
      #expect(clock.now.timeIntervalSince(before) == 40)
      bench.faults.set(.timeout, on: false)
      try await publish(bench, "free", "3")
      #expect(try await stream.next(1) == ["hook-sent/free undefined"])
    }
    #expect(target.seen == ["v=3 before"])
  }
}
