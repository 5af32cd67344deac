import Core
import Foundation
import HTTP
import Testing

@testable import PracticeClouds

struct ParticleThrottleTests {
  private static let asleep = "Sleeping, too many errors, please wait and try again"

  private func publish(_ bench: ParticleBench, _ number: Int) async throws {
    _ = try await bench.json(
      .post, "/v1/devices/events", ["name": "e", "data": .string("\(number)")])
    await bench.cloud.settle()
  }

  /// particle:hook-throttle.
  @Test("a host with too many errors in a row is left alone, whatever the hook")
  func asleep() async throws {
    let target = try await HookTargetServer(status: 500)
    defer { target.close() }
    var settings = ParticlePracticeSettings()
    settings.hookErrorsBeforeSleep = 2
    let clock = HandClock()
    try await ParticleBench.run(settings: settings, time: clock.time) { bench in
      _ = try await bench.json(.post, "/v1/webhooks", ["event": "e", "url": .string(target.url)])
      var stream = try await bench.stream("/v1/events/hook-")
      for number in 0..<3 { try await publish(bench, number) }
      clock.advance(by: .seconds(6))
      try await publish(bench, 3)
      let error = "hook-error/e/0 error status 500 from 127.0.0.1"
      #expect(
        try await stream.next(4) == [error, error, "hook-error/e/0 \(Self.asleep)", error])
      #expect(target.requests.count == 3)
    }
  }

  @Test("a success in between wakes the count")
  func inBetween() {
    var throttle = HookThrottle()
    let now = HandClock.start
    for isError in [true, false, true, true] {
      throttle.note("a", isError: isError, limit: 2, sleep: .seconds(5), now: now)
    }
    let moments: [(String, Double)] = [("a", 0), ("b", 0), ("a", 4.9), ("a", 5), ("a", 0)]
    let asleep = moments.map { throttle.isAsleep($0.0, at: now + $0.1) }
    #expect(asleep == [true, false, true, false, false])
  }

  @Test("retries are a setting: as many requests, one event (particle:hook-retries)")
  func retries() async throws {
    let target = try await HookTargetServer(status: 500)
    defer { target.close() }
    var settings = ParticlePracticeSettings()
    settings.hookRetryDelays = [.seconds(30), .seconds(60)]
    let clock = HandClock()
    try await ParticleBench.run(settings: settings, time: clock.time) { bench in
      _ = try await bench.json(.post, "/v1/webhooks", ["event": "e", "url": .string(target.url)])
      var stream = try await bench.stream("/v1/devices/events")
      try await publish(bench, 1)
      #expect(target.requests.count == 3)
      try await publish(bench, 2)
      let lines = try await stream.next(4)
      #expect(lines.filter { $0.hasPrefix("hook-error") }.count == 2)
    }
  }

  @Test("a target that keeps still is given up after the limit (particle:hook-timeout)")
  func silent() async throws {
    let clock = HandClock()
    try await ParticleBench.run(time: clock.time) { bench in
      _ = try await bench.json(
        .post, "/v1/webhooks", ["event": "e", "url": "http://127.0.0.1:1/"])
      var stream = try await bench.stream("/v1/events/hook-")
      bench.faults.set(.timeout, on: true)
      let before = clock.now
      try await publish(bench, 1)
      #expect(try await stream.next(1) == ["hook-error/e/0 ESOCKETTIMEDOUT"])
      #expect(clock.now.timeIntervalSince(before) == 20)
    }
  }

  @Test("too many wrong passwords bar everybody, for half an hour (particle:oauth-lockout)")
  func loginGuard() {
    var bar = LoginGuard()
    let now = HandClock.start
    for _ in 0..<9 { bar.noteFailure(limit: 10, bar: .seconds(1800), now: now) }
    bar.noteSuccess()
    for _ in 0..<9 { bar.noteFailure(limit: 10, bar: .seconds(1800), now: now) }
    let early = bar.isBarred(at: now)
    #expect(!early)
    bar.noteFailure(limit: 10, bar: .seconds(1800), now: now)
    let barred = [0.0, 1799, 1800, 0].map { bar.isBarred(at: now + $0) }
    #expect(barred == [true, true, false, false])
  }

  @Test("a window of calls ends, and the next one begins at nothing (particle:rate-limits)")
  func counter() {
    var counter = CallCounter()
    let now = HandClock.start
    let taken = [0, 1, 2, 299.9, 300, 301, 302].map { (seconds: Double) in
      counter.take(.any, limit: 2, windowSeconds: 300, now: now + seconds)
    }
    #expect(taken == [true, true, false, false, true, true, false])
    let others = [
      counter.take(.tokens, limit: 1, windowSeconds: 300, now: now),
      counter.take(.streams, limit: nil, windowSeconds: 300, now: now),
    ]
    #expect(others == [true, true])
  }
}
