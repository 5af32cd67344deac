import Core
import DeviceSimulator
import Firmware
import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

struct FirmwareFlashTests {
  @Test("the flashed sketch is what the device runs, with the token it carries")
  func flashed() async throws {
    try await ParticleBench.run(
      compiler: HostCompilation.host(HostCompiler(environment: [:]), sketches: false)
    ) {
      bench in
      let device = "/v1/devices/\(bench.device)"
      let token = String(repeating: "t", count: 32)
      var stream = try await bench.stream("/v1/events/blynk")
      let firmware = try SketchSource(
        templateID: "TMPL000000000", templateName: "Particle \"Device\"",
        authToken: Secret(token, name: "blynk.auth_token"))
      let part = Body.Part(name: "file", fileName: "main.ino", content: firmware.source)
      let reply = try await bench.send(.put, device, body: .multipart([part]))
      #expect(reply.text == #"{"ok":true,"message":"Update started"}"#)

      let first = try #require(try await stream.next())
      #expect(first.name == "blynk_https_get")
      await bench.cloud.settle()
      let detail = JSONValue(parsing: try await bench.send(.get, device).body)
      #expect(detail?["functions"]?.array?.contains("blynk_led") == true)

      let call = try await bench.json(.post, device + "/blynk_led", ["args": "1"])
      #expect(JSONValue(parsing: call.body)?["return_value"] == 1)
      let second = try #require(try await stream.next())
      let text = try #require(JSONValue(parsing: second.data)?["data"]?.plain)
      let data = try #require(JSONValue(parsing: text))
      #expect(data["t"] == .string(token))
      #expect(data["v17"] == 1)

      let refused = try await bench.json(.post, device + "/blynk_led", ["args": "maybe"])
      #expect(refused.status == 200)
      #expect(JSONValue(parsing: refused.body)?["return_value"] == -1)
    }
  }

  @Test("any other source is answered with a build that failed")
  func other() async throws {
    try await ParticleBench.run(
      compiler: HostCompilation.host(HostCompiler(environment: [:]), sketches: false)
    ) {
      bench in
      let part = Body.Part(name: "file", fileName: "main.ino", content: "void setup() {}")
      let reply = try await bench.send(
        .put, "/v1/devices/\(bench.device)", body: .multipart([part]))
      #expect(JSONValue(parsing: reply.body)?["output"] == "build didn't produce binary")
    }
  }
}
