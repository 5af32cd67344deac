import Core
import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

struct ParticlePowerTests {
  private static let update = [
    "spark/flash/status started ", "spark/flash/status success ", "spark/status offline",
    "spark/status online", "spark/device/last_reset update",
    "particle/device/updates/forced false", "particle/device/updates/pending false",
    "particle/device/updates/enabled true", "hello -",
  ]

  private func flash(_ bench: ParticleBench, _ source: String) async throws -> Response {
    let parts = [
      Body.Part(name: "file", fileName: "notes.h", content: "// not the program"),
      Body.Part(name: "file2", fileName: "src/main.ino", content: MaskedText(source)),
    ]
    return try await bench.send(.put, "/v1/devices/\(bench.device)", body: .multipart(parts))
  }

  /// particle:event-update-order.
  @Test("flashing restarts the device, and the stream tells it in the documented order")
  func flashed() async throws {
    try await ParticleBench.run { bench in
      var stream = try await bench.stream("/v1/devices/\(bench.device)/events")
      let reply = try await flash(bench, "// echo, the second")
      #expect(reply.status == 200)
      #expect(reply.text == #"{"ok":true,"message":"Update started"}"#)
      let lines = try await stream.next(10)
      let hash = lines.filter { $0.hasPrefix("spark/device/app-hash ") }
      #expect(lines.filter { !hash.contains($0) } == Self.update)
      #expect(hash.first?.count == "spark/device/app-hash ".count + 64)
      await bench.cloud.settle()
      #expect(
        await bench.cloud.account.devices[0].files?.map(\.path) == ["notes.h", "src/main.ino"])
    }
  }

  @Test("a source that does not compile is answered 200 with ok false (particle:flash-refused)")
  func unfit() async throws {
    try await ParticleBench.run { bench in
      let reply = try await flash(bench, "int main() {}")
      #expect(reply.status == 200)
      let body = JSONValue(parsing: reply.body)
      #expect(body?["ok"] == false)
      #expect(body?["output"] == "build didn't produce binary")
      #expect(await bench.cloud.account.devices[0].files == EchoProgram.files)
    }
  }

  @Test("an offline device cannot be flashed (particle:flash-offline)")
  func offline() async throws {
    try await ParticleBench.run { bench in
      await bench.cloud.setDevice(online: false)
      let reply = try await flash(bench, "// echo, the second")
      #expect(reply.status == 500)
      #expect(reply.text == #"{"ok":false,"code":500,"errors":["Request Timed Out"]}"#)
    }
  }

  @Test("losing and finding the network shows on the stream, and in the list")
  func network() async throws {
    try await ParticleBench.run { bench in
      var stream = try await bench.stream("/v1/devices/events")
      await bench.cloud.setDevice(online: false)
      let device = "/v1/devices/\(bench.device)"
      #expect(JSONValue(parsing: try await bench.send(.get, device).body)?["online"] == false)
      await bench.cloud.setDevice(online: true)
      #expect(JSONValue(parsing: try await bench.send(.get, device).body)?["online"] == true)
      #expect(
        try await stream.next(3) == ["spark/status offline", "spark/status online", "hello -"])
    }
  }

  @Test("an event that the device cannot publish reaches no stream and no hook")
  func notPublished() async throws {
    try await ParticleBench.run { bench in
      bench.faults.set(.eventNotPublished, on: true)
      var stream = try await bench.stream("/v1/devices/events")
      let call = try await bench.json(.post, "/v1/devices/\(bench.device)/echo", ["args": "1"])
      #expect(call.status == 200)
      _ = try await bench.json(.post, "/v1/devices/events", ["name": "last"])
      #expect(try await stream.next(1) == ["last -"])
    }
  }

  @Test("a device as it came from the factory has no functions")
  func factory() async throws {
    try await ParticleBench.run { bench in
      var account = await bench.cloud.account
      account.devices[0].files = nil
      await bench.cloud.restore(account)
      let device = JSONValue(
        parsing: try await bench.send(.get, "/v1/devices/\(bench.device)").body)
      #expect(device?["functions"] == [])
      #expect(device?["online"] == true)
    }
  }
}
