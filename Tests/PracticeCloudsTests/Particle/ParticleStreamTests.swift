import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

struct ParticleStreamTests {
  @Test(
    "a stream lets through what its path says (particle:stream-paths)",
    arguments: [
      ("/v1/devices/events", ["other x", "echo ab"]), ("/v1/devices/events/ec", ["echo ab"]),
      ("/v1/events/echo?nonce=12.5", ["echo ab"]), ("/v1/devices/DEVICE/events", ["echo ab"]),
      ("/v1/devices/DEVICE/events/echo", ["echo ab"]),
    ])
  func filters(_ path: String, _ lines: [String]) async throws {
    try await ParticleBench.run { bench in
      var stream = try await bench.stream(path.replacing("DEVICE", with: bench.device))
      _ = try await bench.json(.post, "/v1/devices/events", ["name": "other", "data": "x"])
      _ = try await bench.json(.post, "/v1/devices/\(bench.device)/echo", ["args": "ab"])
      #expect(try await stream.next(lines.count) == lines)
    }
  }

  @Test("a prefix may hold slashes, percent-encoded or not", arguments: ["a/b", "a%2Fb"])
  func slashes(_ prefix: String) async throws {
    try await ParticleBench.run { bench in
      var stream = try await bench.stream("/v1/events/\(prefix)")
      _ = try await bench.json(.post, "/v1/devices/events", ["name": "a/x", "data": "1"])
      _ = try await bench.json(.post, "/v1/devices/events", ["name": "a/b/c", "data": "2"])
      #expect(try await stream.next(1) == ["a/b/c 2"])
    }
  }

  /// particle:event-keys.
  @Test("an event has the documented keys, and its name stands only on its own line")
  func keys() async throws {
    try await ParticleBench.run { bench in
      var stream = try await bench.stream("/v1/events/e")
      _ = try await bench.json(.post, "/v1/devices/\(bench.device)/echo", ["args": "ä\"\n"])
      let event = try #require(try await stream.next())
      let data = try #require(JSONValue(parsing: event.data)?.object)
      #expect(event.name == "echo")
      #expect(data.members.map(\.name) == ["data", "ttl", "published_at", "coreid"])
      #expect(data["data"] == "ä\"\n")
      #expect(data["ttl"] == 60)
      #expect(data["coreid"] == .string(bench.device))
    }
  }

  @Test("the bytes of an event are the documented ones (particle:stream-bytes)")
  func bytes() {
    let event = PublishedEvent(
      name: "temperature", data: "25.34", coreID: "e00fce68aabbccddeeff0011",
      publishedAt: "2024-05-01T09:30:12.174Z")
    #expect(
      String(decoding: event.streamBytes(ttlIsText: true), as: UTF8.self) == """
        event: temperature
        data: {"data":"25.34","ttl":"60","published_at":"2024-05-01T09:30:12.174Z",\
        "coreid":"e00fce68aabbccddeeff0011"}


        """)
  }

  @Test("three streams each get every event once, in order")
  func several() async throws {
    try await ParticleBench.run { bench in
      var streams = [StreamReader]()
      for _ in 0..<3 { streams.append(try await bench.stream("/v1/events/n")) }
      for number in 0..<50 {
        _ = try await bench.json(
          .post, "/v1/devices/events", ["name": "n", "data": .string("\(number)")])
      }
      for index in streams.indices {
        #expect(try await streams[index].next(50) == (0..<50).map { "n \($0)" })
      }
    }
  }

  /// particle:stream-bytes, particle:stream-keep-alive.
  @Test("a stream begins with a comment, and a silent one gets blank lines to live by")
  func keepAlive() async throws {
    // A clock on which any wait is over at once, three times.
    let (beats, source) = AsyncStream.makeStream(of: Void.self)
    for _ in 0..<3 { source.yield() }
    source.finish()
    let ticks = Ticks(beats)
    let time = PracticeTime(now: PracticeTime.system.now, wait: { _ in try await ticks.next() })
    try await ParticleBench.run(time: time) { bench in
      var stream = try await bench.stream("/v1/events/e")
      for _ in 0..<2 {
        guard case .pulse? = try await stream.part() else {
          Issue.record("no pulse")
          return
        }
      }
    }
  }

  @Test("a listener that does not keep up gets what was waiting and then the end, not a gap")
  func flood() async throws {
    var settings = ParticlePracticeSettings()
    settings.streamQueueLimit = 4
    settings.streamLimit = 1
    try await ParticleBench.run(settings: settings) { bench in
      let asking = PracticeRequest(
        method: "GET", target: "/v1/events/n",
        headers: [("Authorization", "Bearer \(bench.token)")])
      guard case .stream(_, let chunks) = await bench.cloud.answer(asking) else {
        Issue.record("no stream")
        return
      }
      for number in 0..<6 {
        _ = try await bench.json(
          .post, "/v1/devices/events", ["name": "n", "data": .string("\(number)")])
      }
      // Its place is free again.
      var next = try await bench.stream("/v1/events/n")
      _ = try await bench.json(.post, "/v1/devices/events", ["name": "n", "data": "6"])
      #expect(try await next.next(1) == ["n 6"])
      var heard: [String] = []
      for await chunk in chunks { heard.append(String(decoding: chunk, as: UTF8.self)) }
      let begins = [":ok\n\n"] + (0..<3).map { "event: n\ndata: {\"data\":\"\($0)\"" }
      #expect(heard.count == begins.count)
      #expect(zip(heard, begins).allSatisfy { $0.hasPrefix($1) }, "\(heard)")
    }
  }

  @Test("stopping the cloud ends its streams")
  func stop() async throws {
    try await ParticleBench.run { bench in
      var stream = try await bench.stream("/v1/events/e")
      await bench.cloud.stop()
      #expect(try await stream.next() == nil)
    }
  }

  @Test("one stream too many is refused")
  func limit() async throws {
    var settings = ParticlePracticeSettings()
    settings.streamLimit = 1
    try await ParticleBench.run(settings: settings) { bench in
      let first = try await bench.stream("/v1/events/e")
      let second = try await bench.send(.get, "/v1/events/e")
      #expect(second.status == 429)
      _ = first
    }
  }
}

/// A clock's ticks, one for each that is asked for; an error when there are no more.
private actor Ticks {
  private var iterator: AsyncStream<Void>.Iterator

  init(_ beats: AsyncStream<Void>) { iterator = beats.makeAsyncIterator() }

  func next() async throws {
    var copy = iterator
    defer { iterator = copy }
    guard await copy.next(isolation: self) != nil else { throw CancellationError() }
  }
}
