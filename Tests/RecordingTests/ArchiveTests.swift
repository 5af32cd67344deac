import Core
import Foundation
import Testing

@testable import HTTP
@testable import Recording

/// What other programs' readers want of an HTTP archive.
@Suite("Recordings for other programs")
struct ArchiveTests {
  private static let token = Secret(
    "Ab0_5678Ab0-5678Ab0y5678Ab0x5678", name: "blynk.auth_token")

  private static func ask(_ pin: String) -> Request {
    Request(
      .get, "https://blynk.cloud/external/api/get",
      query: [QueryItem("token", MaskedText(token)), QueryItem(pin)])
  }

  /// The log of a file as JSON.
  private static func log(_ stage: RecordingStage) throws -> JSONNode {
    try #require(JSONReader.read(Array(stage.text.utf8))["log"])
  }

  private static func recorded(_ timings: Timings = Timings()) async throws -> RecordingStage {
    let stage = try RecordingStage()
    let recorder = try stage.recorder()
    var reply = Response.text("1")
    reply.timings = timings
    let cloud = RecordingStage.cloud([reply]).recorded(by: recorder)
    _ = try await cloud.send(ask("V1"))
    recorder.end()
    return stage
  }

  @Test("an address is one: the placeholders in it are percent-encoded, and read back")
  func addresses() async throws {
    let stage = try await Self.recorded()
    let log = try Self.log(stage)
    let url = try #require(log["entries"]?.list.first?["request"]?["url"]?.text)
    #expect(
      url == "https://blynk.cloud/external/api/get?token=%E2%80%B9blynk.auth_token%E2%80%BA&V1")
    #expect(URL(string: url) != nil && log["pages"]?.list.isEmpty == true)
    let read = try #require(try stage.recording.exchanges.first)
    #expect(read.request.url.hasSuffix("?token=‹blynk.auth_token›&V1"))
  }

  @Test(
    "a recording replays, however the placeholder in the address is spelled",
    arguments: [
      "%E2%80%B9blynk.auth_token%E2%80%BA", "‹blynk.auth_token›",
      "%e2%80%b9blynk.auth_token%e2%80%ba",
    ])
  func spellings(placeholder: String) async throws {
    let stage = try await Self.recorded()
    let text = try stage.text.replacing("%E2%80%B9blynk.auth_token%E2%80%BA", with: placeholder)
    let recording = try HTTPArchive(Array(text.utf8), file: "x.har")
    let reply = try await Transport.replaying(Replay(recording)).send(Self.ask("V1"))
    #expect(reply.text == "1")
  }

  @Test("a connection that was kept has no look-up and no connecting: -1")
  func kept() async throws {
    let new = Timings(dns: 10, connect: 30, firstByte: 100, total: 150, connections: 1)
    let kept = Timings(dns: 10, connect: 10, firstByte: 100, total: 150, connections: 0)
    for (timings, dns, connect) in [(new, 0.01, 0.02), (kept, -1, -1)] {
      let stage = try await Self.recorded(timings)
      let written = try Self.log(stage)["entries"]?.list.first?["timings"]
      #expect(written?["dns"]?.double == dns && written?["connect"]?.double == connect)
      let read = try #require(try stage.recording.exchanges.first)
      #expect(read.timings.connections == timings.connections && read.timings.total == 150)
    }
  }

  @Test("entries stand in the order of their starts, a stream before what was asked meanwhile")
  func order() async throws {
    let stage = try RecordingStage()
    let recorder = try stage.recorder()
    let cloud = RecordingStage.cloud([.text("1")], parts: [.opened, .pulse])
      .recorded(by: recorder)
    for try await part in cloud.stream(Request(.get, "https://api.particle.io/v1/events")) {
      if case .pulse = part { _ = try await cloud.send(Self.ask("V1")) }
    }
    recorder.end()
    let starts = try #require(try Self.log(stage)["entries"]).list.compactMap {
      $0["startedDateTime"]?.text
    }
    #expect(starts.count == 2 && starts == starts.sorted())
  }

  @Test("a stream that went through another program plays its events when they were published")
  func throughOthers() async throws {
    let text = """
      {"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[{"startedDateTime":
      "2026-01-01T00:00:00Z","time":9000,"request":{"method":"GET","url":"https://a.example/events",
      "headers":[]},"response":{"status":200,"content":{"mimeType":"text/event-stream","text":
      ":ok\\n\\nevent: a\\ndata: {\\"published_at\\":\\"2026-01-01T00:00:02.500Z\\"}\\n\\nevent: b\\ndata: 1\\n\\n"
      }},"timings":{"send":0,"wait":0,"receive":9000}}]}}
      """
    let exchange = try #require(try HTTPArchive(Array(text.utf8), file: "x.har").exchanges.first)
    #expect(exchange.eventTimes == [0, 0, 2_500_000, 2_500_000])
    #expect(exchange.ending == .open)
  }

  @Test("another program's entry without an answer is none that was left, and replays as none")
  func unanswered() async throws {
    let text = """
      {"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[{"startedDateTime":
      "2026-01-01T00:00:00Z","time":1,"request":{"method":"GET","url":"https://blynk.cloud/a",
      "headers":[]},"response":{"status":0},"timings":{}}]}}
      """
    let recording = try HTTPArchive(Array(text.utf8), file: "x.har")
    #expect(recording.exchanges.first?.ending == .unanswered)
    let error = await #expect(throws: WireError.self) {
      try await Transport.replaying(Replay(recording)).send(
        Request(.get, "https://blynk.cloud/a"))
    }
    #expect(error?.problem.code == "network-unreachable")
  }

  @Test("a recording may begin with a byte order mark, as some programs write it")
  func mark() throws {
    let log = #"{"log":{"creator":{"name":"x"},"entries":[]}}"#
    #expect(try HTTPArchive(Array("\u{FEFF}\(log)".utf8), file: "x").creator == "x")
    #expect(throws: RecordingError.damaged(file: "x", offset: 3)) {
      try HTTPArchive(Array("\u{FEFF}]".utf8), file: "x")
    }
  }
}
