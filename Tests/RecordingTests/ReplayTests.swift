import Core
import Foundation
import Testing

@testable import HTTP
@testable import Recording

@Suite struct ReplayTests {
  private func token(_ value: String) -> Secret { Secret(value, name: "blynk.auth_token") }

  private func ask(_ pin: String, _ token: Secret) -> Request {
    Request(
      .get, "https://blynk.cloud/external/api/get",
      query: [QueryItem("token", MaskedText(token)), QueryItem(pin)])
  }

  private func recorded(_ asked: [Request], _ replies: [Response]) async throws -> HTTPArchive {
    let stage = try RecordingStage()
    let recorder = try stage.recorder()
    let cloud = RecordingStage.cloud(replies).recorded(by: recorder)
    for request in asked { _ = try? await cloud.send(request) }
    recorder.end()
    return try stage.recording
  }

  @Test("equal requests get their answers in order, then the last again, whatever the token is now")
  func order() async throws {
    let mine = token("Ab0_5678Ab0-5678Ab0y5678Ab0x5678")
    let recording = try await recorded(
      [ask("V1", mine), ask("V2", mine), ask("V1", mine)],
      [.text("1"), .text("two"), .text(#"{"t":"Ab0_5678Ab0-5678Ab0y5678Ab0x5678"}"#)])
    let yours = token("Zz9_5678Zz9-5678Zz9y5678Zz9x5678")
    let replay = Replay(recording)
    let transport = Transport.replaying(replay)
    var bodies: [String] = []
    for pin in ["V1", "V1", "V2", "V1"] {
      bodies.append(try await transport.send(ask(pin, yours)).text)
    }
    let last = #"{"t":"Zz9_5678Zz9-5678Zz9y5678Zz9x5678"}"#
    #expect(bodies == ["1", last, "two", last])
    #expect(replay.miss == nil)
  }

  @Test("what was not recorded is missed, with the nearest entry and where it differs")
  func miss() async throws {
    let mine = token("Ab0_5678Ab0-5678Ab0y5678Ab0x5678")
    let recording = try await recorded([ask("V1", mine)], [.text("1")])
    let replay = Replay(recording)
    await #expect(throws: ReplayMiss.self) {
      try await Transport.replaying(replay).send(ask("V2", mine))
    }
    let miss = try #require(replay.miss)
    #expect(miss.nearest?.entry == 1)
    #expect(
      miss.nearest?.difference.fields == [
        .init(name: "query V2", asked: "", recorded: nil),
        .init(name: "query V1", asked: nil, recorded: ""),
      ])
    #expect(!miss.problem.evidence.joined().english.contains("Ab0_"))
  }

  @Test("a failure comes again as it was")
  func failure() async throws {
    let mine = token("Ab0_5678Ab0-5678Ab0y5678Ab0x5678")
    let recording = try await recorded([ask("V1", mine)], [])
    await #expect(throws: WireError.unreachable(host: "x", reason: "no")) {
      try await Transport.replaying(Replay(recording)).send(ask("V1", mine))
    }
  }

  @Test("a stream says a thing once what was asked before it has been asked")
  func inStep() async throws {
    let zero = 1_800_000_000_000_000
    func exchange(_ at: Int, _ path: String) -> RecordedExchange {
      RecordedExchange(
        started: Instant(microseconds: zero + at), timings: Timings(total: 10),
        request: RecordedRequest(method: "GET", url: "https://x/\(path)"),
        reply: RecordedReply(status: 200, body: RecordedBody(type: "", bytes: Array(path.utf8))))
    }
    var stream = exchange(0, "events")
    stream.reply?.body.bytes = Array("event: a\n\nevent: b\n\n".utf8)
    stream.eventTimes = [50, 5000]
    stream.timings.total = 6000
    let entries = [stream, exchange(1000, "write")].map(\.json)
    let log: JSONNode = ["log": ["entries": .list(entries)]]
    let transport = Transport.replaying(
      Replay(try HTTPArchive(Array(log.line.utf8), file: "x")))
    var parts = transport.stream(Request(.get, "https://x/events")).makeAsyncIterator()
    guard case .opened? = try await parts.next() else { throw RecordingStage.NoReply() }
    guard case .event(let first)? = try await parts.next() else { throw RecordingStage.NoReply() }
    #expect(first.name == "a")
    _ = try await transport.send(Request(.get, "https://x/write"))
    guard case .event(let second)? = try await parts.next() else { throw RecordingStage.NoReply() }
    #expect(second.name == "b")
    #expect(try await parts.next() == nil)
  }

  @Test("moments are read as they are written, and as others write them")
  func moments() {
    let moment = Instant(microseconds: 1_783_000_000_123_456)
    #expect(Instant(text: moment.text) == moment)
    #expect(
      Instant(text: "2026-07-02T15:46:40.123456+02:00")?.text == "2026-07-02T13:46:40.123456Z")
    #expect(Instant(text: "1969-12-31T23:59:59Z")?.microseconds == -1_000_000)
    #expect(Instant(text: "yesterday") == nil)
  }
}
