import Core
import Foundation
import Synchronization
import Testing

@testable import HTTP
@testable import Recording

/// What a replay in real time waits for, by a clock that is held by hand: nothing sleeps here.
@Suite("Replay in real time")
struct RealTimeTests {
  /// A clock that goes on to whatever is waited for, and keeps count.
  private final class HeldClock: Sendable {
    private let state = Mutex((now: Duration.seconds(7), waits: [Duration]()))

    var time: ReplayTime {
      ReplayTime(
        now: { self.state.withLock { $0.now } },
        wait: { moment in
          self.state.withLock { state in
            state.waits.append(moment - state.now)
            state.now = max(state.now, moment)
          }
        })
    }

    /// How long each wait was.
    var waits: [Duration] { state.withLock { $0.waits } }
  }

  private static let zero = 1_800_000_000_000_000

  private func exchange(_ at: Int, _ path: String, took: Int) -> RecordedExchange {
    RecordedExchange(
      started: Instant(microseconds: RealTimeTests.zero + at), timings: Timings(total: took),
      request: RecordedRequest(method: "GET", url: "https://x/\(path)"),
      reply: RecordedReply(status: 200, body: RecordedBody(type: "", bytes: Array(path.utf8))))
  }

  /// A stream that says `a` after 50 ms and `b` after 5 s, and closes after 6 s; and a write of 0.2 s
  /// that came between the two.
  private func replay(_ pace: Replay.Pace, _ clock: HeldClock) throws -> Replay {
    var stream = exchange(0, "events", took: 6_000_000)
    stream.reply?.body.bytes = Array("event: a\n\nevent: b\n\n".utf8)
    stream.eventTimes = [50_000, 5_000_000]
    let entries = [stream, exchange(1_000_000, "write", took: 200_000)].map(\.json)
    let log: JSONNode = ["log": ["entries": .list(entries)]]
    return Replay(
      try HTTPArchive(Array(log.line.utf8), file: "x"), pace: pace, time: clock.time)
  }

  /// Hears the stream to its end; the write is asked after the first event.
  private func hear(_ replay: Replay) async throws -> [String] {
    let transport = Transport.replaying(replay)
    var heard: [String] = []
    for try await part in transport.stream(Request(.get, "https://x/events")) {
      guard case .event(let event) = part else { continue }
      heard.append(event.name)
      if event.name == "a" {
        heard.append(try await transport.send(Request(.get, "https://x/write")).text)
      }
    }
    return heard
  }

  @Test("answers and events come in their order, after the time they took")
  func gaps() async throws {
    let clock = HeldClock()
    #expect(try await hear(replay(.realTime, clock)) == ["a", "write", "b"])
    // To the first event, for the write, from there to the second event, and to the end.
    #expect(
      clock.waits == [.milliseconds(50), .milliseconds(200), .milliseconds(4750), .seconds(1)])
  }

  @Test("at once they come in the same order, and nothing is waited for")
  func atOnce() async throws {
    let clock = HeldClock()
    #expect(try await hear(replay(.atOnce, clock)) == ["a", "write", "b"])
    #expect(clock.waits.isEmpty)
  }

  @Test("an event whose moment has passed while its turn was waited for comes at once")
  func late() async throws {
    let clock = HeldClock()
    let replay = try replay(.realTime, clock)
    // The write takes longer than it did: somebody sat before the prompt.
    try await clock.time.wait(.seconds(7))
    let transport = Transport.replaying(replay)
    var parts = transport.stream(Request(.get, "https://x/events")).makeAsyncIterator()
    while case let part? = try await parts.next() {
      guard case .event(let event) = part, event.name == "a" else { continue }
      try await clock.time.wait(clock.time.now() + .seconds(60))
      _ = try await transport.send(Request(.get, "https://x/write"))
    }
    let waited = clock.waits.dropFirst(4).map { max($0, .zero) }
    #expect(waited == [.zero, .zero])
  }

  @Test("a failure comes after the time it took, too")
  func failure() async throws {
    var failed = exchange(0, "gone", took: 3_000_000)
    failed.reply = nil
    failed.ending = .failed(.unreachable(host: "x", reason: "no"))
    let log: JSONNode = ["log": ["entries": [failed.json]]]
    let clock = HeldClock()
    let replay = Replay(
      try HTTPArchive(Array(log.line.utf8), file: "x"), pace: .realTime, time: clock.time)
    await #expect(throws: WireError.unreachable(host: "x", reason: "no")) {
      try await Transport.replaying(replay).send(Request(.get, "https://x/gone"))
    }
    #expect(clock.waits == [.seconds(3)])
  }
}
