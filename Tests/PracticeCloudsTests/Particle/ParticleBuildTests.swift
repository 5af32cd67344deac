import Core
import DeviceSimulator
import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

struct ParticleBuildTests {
  private func compile(_ bench: ParticleBench, _ source: String) async throws -> JSONValue {
    let part = Body.Part(name: "file", fileName: "main.ino", content: MaskedText(source))
    let reply = try await bench.send(.post, "/v1/binaries", body: .multipart([part]))
    return try #require(JSONValue(parsing: reply.body))
  }

  /// particle:binary-fetch, particle:flash-request.
  @Test("a binary can be fetched, and flashed as it came")
  func whole() async throws {
    try await ParticleBench.run { bench in
      let made = try await compile(bench, "// echo, compiled")
      let url = try #require(made["binary_url"]?.plain)
      #expect(url == "/v1/binaries/" + (made["binary_id"]?.plain ?? ""))
      let binary = try await bench.send(.get, url)
      #expect(binary.text == "binary of // echo, compiled")
      let part = Body.Part(name: "file", fileName: "firmware.bin", content: MaskedText(binary.text))
      let device = "/v1/devices/\(bench.device)"
      let flashed = try await bench.send(.put, device, body: .multipart([part]))
      #expect(flashed.text == #"{"id":"\#(bench.device)","status":"Update started"}"#)
      await bench.cloud.settle()
      #expect(await bench.cloud.account.devices[0].files?.first?.text == "// echo, compiled")
    }
  }

  @Test("bytes from elsewhere are no program")
  func stranger() async throws {
    try await ParticleBench.run { bench in
      let part = Body.Part(name: "file", fileName: "firmware.bin", content: "\u{7F}ELF")
      let reply = try await bench.send(
        .put, "/v1/devices/\(bench.device)", body: .multipart([part]))
      #expect(JSONValue(parsing: reply.body)?["ok"] == false)
      #expect(await bench.cloud.account.devices[0].files == EchoProgram.files)
    }
  }

  @Test("a binary is kept for a day (particle:binary-fetch)")
  func expiry() async throws {
    let clock = HandClock()
    try await ParticleBench.run(time: clock.time) { bench in
      let made = try await compile(bench, "// echo")
      #expect(made["expires_at"] == "2024-05-02T09:30:12.000Z")
      let url = try #require(made["binary_url"]?.plain)
      clock.advance(by: .seconds(86_399))
      #expect(try await bench.send(.get, url).status == 200)
      clock.advance(by: .seconds(1))
      #expect(try await bench.send(.get, url).status == 404)
    }
  }

  @Test("a compiler that gave up says so in its output (particle:compile-gave-up)")
  func timedOut() async throws {
    try await ParticleBench.run(compiler: { _, _ in .timedOut }) { bench in
      let reply = try await compile(bench, "// echo")
      #expect(reply["output"] == "Compiler timed out or encountered an error")
    }
  }

  /// particle:event-last-reset.
  @Test("the reset button restarts the sketch; safe mode keeps it from running")
  func resets() async throws {
    try await ParticleBench.run { bench in
      var stream = try await bench.stream("/v1/devices/\(bench.device)/events")
      let status = ["spark/status offline", "spark/status online"]
      await bench.cloud.reset()
      #expect(
        try await stream.next(4) == status + ["spark/device/last_reset pin_reset", "hello -"])
      await bench.cloud.setDevice(safeMode: true)
      #expect(try await stream.next(3) == status + ["spark/device/last_reset safe_mode"])
      let device = "/v1/devices/\(bench.device)"
      let shown = JSONValue(parsing: try await bench.send(.get, device).body)
      #expect(shown?["status"] == "safe_mode")
      #expect(shown?["online"] == true)
      #expect(try await bench.json(.post, device + "/echo", ["args": "1"]).status == 404)
      await bench.cloud.setDevice(safeMode: false)
      #expect(
        try await stream.next(4) == status + ["spark/device/last_reset pin_reset", "hello -"])
    }
  }

  @Test("OPTIONS is answered without a token, for pages of any origin")
  func preflight() async throws {
    try await ParticleBench.run { bench in
      let reply = await bench.cloud.answer(
        PracticeRequest(method: "OPTIONS", target: "/v1/devices"))
      guard case .whole(let status, let headers, let body) = reply else {
        Issue.record("no whole reply")
        return
      }
      #expect(status == 204)
      #expect(body.isEmpty)
      #expect(headers.contains { $0 == ("Access-Control-Allow-Origin", "*") })
      #expect(headers.contains { $0.value.contains("Authorization") })
    }
  }
}
