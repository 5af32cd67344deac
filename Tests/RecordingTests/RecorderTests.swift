import Core
import Foundation
import Testing

@testable import HTTP
@testable import Recording

@Suite struct RecorderTests {
  let token = Secret("0123456789abcdef0123456789abcdef01234567", name: "particle.access_token")

  private func ask(_ path: String, _ value: String = "1") -> Request {
    Request(
      .get, MaskedText("https://api.particle.io\(path)"),
      query: [QueryItem("v", MaskedText(value))],
      headers: [HeaderField("Authorization", "Bearer \(token)")])
  }

  @Test("an exchange is an entry with its request, its reply and its times")
  func entry() async throws {
    let stage = try RecordingStage()
    let recorder = try stage.recorder()
    let timings = Timings(dns: 10, connect: 30, tls: 70, firstByte: 100, total: 150, connections: 1)
    var reply = Response.text(#"{"a":1}"#)
    reply.timings = timings
    let transport = RecordingStage.cloud([reply]).recorded(by: recorder)
    let request = Request(
      .post, "https://api.particle.io/v1/x",
      headers: [HeaderField("Authorization", "Bearer \(token)")],
      body: .form([QueryItem("arg", "on & off")]))
    #expect(try await transport.send(request).status == 200)
    recorder.end()
    let exchange = try #require(try stage.recording.exchanges.first)
    #expect(
      exchange.request
        == RecordedRequest(
          method: "POST", url: "https://api.particle.io/v1/x",
          headers: [RecordedHeader("Authorization", "Bearer ‹particle.access_token›")],
          body: RecordedBody(
            type: "application/x-www-form-urlencoded", bytes: Array("arg=on%20%26%20off".utf8))))
    #expect(exchange.reply?.body.text == #"{"a":1}"#)
    #expect(exchange.reply?.status == 200 && exchange.ending == .whole)
    #expect(exchange.timings.total == 150 && exchange.timings.firstByte == 100)
    #expect(exchange.timings.connect == 30 && exchange.timings.tls == 70)
    #expect(try stage.leftovers.isEmpty)
    #expect(
      try FileManager.default.attributesOfItem(atPath: stage.file)[.posixPermissions] as? Int
        == 0o600)
  }

  @Test("a stream is an entry with its events and their times, also while it is open")
  func stream() async throws {
    let stage = try RecordingStage()
    let recorder = try stage.recorder()
    let parts: [StreamPart] = [
      .opened, .pulse, .event(ServerSentEvent(name: "a", data: "1\n2")),
      .event(ServerSentEvent(name: "", data: #"{"t":"Ab0_5678Ab0-5678Ab0y5678Ab0x5678"}"#)),
    ]
    let transport = RecordingStage.cloud(parts: parts).recorded(by: recorder)
    var seen = 0
    for try await part in transport.stream(ask("/v1/devices/events")) {
      seen += 1
      if case .pulse = part {
        #expect(try stage.recording.exchanges.first?.isStream == true)
      }
    }
    #expect(seen == 4)
    recorder.end()
    let exchange = try #require(try stage.recording.exchanges.first)
    #expect(exchange.ending == .whole && exchange.eventTimes?.count == 3)
    let names = exchange.parts.map { part in
      if case .event(let event) = part { "\(event.name)=\(event.data)" } else { "pulse" }
    }
    #expect(names == ["pulse", "a=1\n2", #"={"t":"‹blynk.auth_token›"}"#])
  }

  @Test("recorded again, what was asked again is replaced and the rest stays")
  func again() async throws {
    let stage = try RecordingStage()
    for (run, paths) in [["/a", "/b", "/b"], ["/b", "/c"]].enumerated() {
      let recorder = try stage.recorder(from: 1_800_000_000_000_000 + run * 1_000_000_000)
      let cloud = RecordingStage.cloud(paths.map { .text("\(run)\($0)") }).recorded(by: recorder)
      for path in paths { _ = try await cloud.send(ask(path)) }
      recorder.end()
    }
    let bodies = try stage.recording.exchanges.map { $0.reply?.body.text }
    #expect(bodies == ["0/a", "1/b", "1/c"])
    #expect(try stage.text.split(separator: "\n").count == 5)
  }

  @Test("a run that was cut off did not take away what it replaced; reading does")
  func cutOff() async throws {
    let stage = try RecordingStage()
    let first = try stage.recorder()
    _ = try await RecordingStage.cloud([.text("old")]).recorded(by: first).send(ask("/a"))
    first.end()
    let text = try stage.text
    let second = try stage.recorder(from: 1_900_000_000_000_000)
    _ = try await RecordingStage.cloud([.text("new")]).recorded(by: second).send(ask("/a"))
    #expect(try stage.text.hasPrefix(text.dropLast(5)))
    #expect(try stage.recording.exchanges.map { $0.reply?.body.text } == ["new"])
    second.end()
  }

  @Test("what a killed run left beside the recording, the next one takes away")
  func leftBehind() async throws {
    let stage = try RecordingStage()
    for name in ["footbridge-1", "footbridge-2"] {
      try "{\"log\":{".write(toFile: "\(stage.file).\(name)", atomically: true, encoding: .utf8)
    }
    let recorder = try stage.recorder()
    #expect(try stage.leftovers == ["x.har.footbridge-1"])
    _ = try await RecordingStage.cloud([.text("{}")]).recorded(by: recorder).send(ask("/a"))
    recorder.end()
    #expect(try stage.leftovers.isEmpty)
    #expect(try stage.recording.exchanges.count == 1)
  }

  @Test("what a reply reveals is taken out of what was written before")
  func late() async throws {
    let stage = try RecordingStage()
    let recorder = try stage.recorder()
    let cloud = RecordingStage.cloud([
      .text(#"{"note":"hunter2-hunter2"}"#), .text(#"{"password":"hunter2-hunter2"}"#),
    ]).recorded(by: recorder)
    _ = try await cloud.send(ask("/a"))
    #expect(try stage.text.contains("hunter2"))
    _ = try await cloud.send(ask("/b"))
    #expect(try !stage.text.contains("hunter2"))
    #expect(try stage.recording.exchanges.count == 2)
    recorder.end()
  }

  @Test("a recording that would hold a secret is refused, and the place is named")
  func refused() async throws {
    let stage = try RecordingStage()
    let recorder = try stage.recorder(.failing)
    recorder.know([token])
    let cloud = RecordingStage.cloud([
      .text("{}"),
      .text(
        "{\"a\":\"\(token.open().map { "\\u00\(String($0.asciiValue ?? 0, radix: 16))" }.joined())\"}"
      ),
      .text("{}"),
    ]).recorded(by: recorder)
    _ = try await cloud.send(ask("/a"))
    let before = try stage.text
    _ = try await cloud.send(ask("/b"))
    _ = try await cloud.send(ask("/c"))
    #expect(try stage.text == before)
    #expect(
      recorder.error
        == .holdsSecret(
          file: stage.file, entry: 2, place: "response.content.text",
          name: "‹particle.access_token›"))
    #expect(recorder.error?.problem.evidence.contains { $0.english.contains("entry 2") } == true)
    recorder.end()
  }

  @Test("the client that all of Particle's programs may use is no secret; one's own is")
  func publicClient() async throws {
    let stage = try RecordingStage()
    let recorder = try stage.recorder()
    let phone = #"{"id":"e00fce68aabbccddeeff0011","mobile_secret":"QW3RTYU1OP4S5DF"}"#
    let cloud = RecordingStage.cloud([.text("{}"), .text(phone)]).recorded(by: recorder)
    for secret in ["particle", "8a7b6c5d4e3f20192837"] {
      let form: [QueryItem] = [
        QueryItem("client_id", "particle"), QueryItem("client_secret", MaskedText(secret)),
      ]
      _ = try await cloud.send(
        Request(.post, "https://api.particle.io/oauth/token", body: .form(form)))
    }
    recorder.end()
    let asked = try stage.recording.exchanges.map(\.request)
    #expect(try !stage.text.contains("QW3RTYU1OP4S5DF"))
    #expect(asked.map(\.url) == Array(repeating: "https://api.particle.io/oauth/token", count: 2))
    #expect(
      asked.map { $0.body?.text } == [
        "client_id=particle&client_secret=particle", "client_id=particle&client_secret=‹secret›",
      ])
  }

  @Test("two programs do not record into one file, and only a file is recorded into")
  func busy() throws {
    let stage = try RecordingStage()
    let recorder = try stage.recorder()
    #expect(throws: RecordingError.busy(file: stage.file)) { try stage.recorder() }
    recorder.end()
    #expect(throws: RecordingError.self) {
      try Recorder(
        path: "/dev/null", creator: (name: "test", version: "1"), now: RecordingStage.clock())
    }
    try "]no JSON".write(toFile: stage.file, atomically: true, encoding: .utf8)
    #expect(throws: RecordingError.damaged(file: stage.file, offset: 0)) { try stage.recorder() }
    #expect(try stage.text == "]no JSON")
  }
}
