import Core
import DeviceSimulator
import Foundation
import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

/// Sketches that are not Footbridge's, with this machine's compiler; where there is none, the cloud
/// says so.
struct HostBuildTests {
  private static let compiler = HostCompiler(environment: ProcessInfo.processInfo.environment)
  private static let hasCompiler = compiler.compilerPath != nil

  private static let counter = """
    int count = 0;
    void setup() {
      Particle.function("add", add);
      Particle.variable("count", count);
    }
    void loop() {}
    int add(String text) {
      count += text.toInt();
      Particle.publish("counted", String(count), PRIVATE);
      return count;
    }
    """

  private func send(
    _ bench: ParticleBench, _ method: Request.Method, _ path: String, _ files: [String: String]
  ) async throws -> Response {
    let parts = files.sorted { $0.key < $1.key }.map {
      Body.Part(name: "file", fileName: $0.key, content: MaskedText($0.value))
    }
    return try await bench.send(method, path, body: .multipart(parts))
  }

  @Test("any sketch is compiled, fetched, flashed and called", .enabled(if: hasCompiler))
  func whole() async throws {
    try await ParticleBench.run(compiler: HostCompilation.host(Self.compiler, sketches: true)) {
      bench in
      let made = try await send(bench, .post, "/v1/binaries", ["counter.ino": Self.counter])
      #expect(made.status == 200)
      let reply = try #require(JSONValue(parsing: made.body))
      #expect(reply["sizeInfo"]?.plain?.hasPrefix("   text\t   data") == true)
      let binary = try await bench.send(.get, reply["binary_url"]?.plain ?? "")
      #expect(binary.body.count > 1000)

      let device = "/v1/devices/\(bench.device)"
      var stream = try await bench.stream(device + "/events")
      let flashed = try await send(bench, .put, device, ["counter.ino": Self.counter])
      #expect(flashed.text == #"{"ok":true,"message":"Update started"}"#)
      await bench.cloud.settle()
      let called = try await bench.json(.post, device + "/add", ["args": "41"])
      #expect(JSONValue(parsing: called.body)?["return_value"] == 41, "\(called.text)")
      let read = try await bench.send(.get, device + "/count?format=raw")
      #expect(read.text == "41")
      #expect(try await stream.next(10).last == "counted 41")
    }
  }

  @Test(
    "a device hears of the events that it subscribed to (particle:event-to-devices)",
    .enabled(if: hasCompiler))
  func subscribed() async throws {
    let source = """
      String heard;
      void note(const char *name, const char *data) { heard = String(name) + "=" + data; }
      void setup() {
        Particle.subscribe("lamp", note, MY_DEVICES);
        Particle.variable("heard", heard);
      }
      void loop() {}
      """
    try await ParticleBench.run(compiler: HostCompilation.host(Self.compiler, sketches: true)) {
      bench in
      let device = "/v1/devices/\(bench.device)"
      _ = try await send(bench, .put, device, ["lamp.ino": source])
      await bench.cloud.settle()
      for name in ["other", "lamp/on"] {
        _ = try await bench.json(
          .post, "/v1/devices/events", ["name": .string(name), "data": "1"])
      }
      await bench.cloud.settle()
      #expect(try await bench.send(.get, device + "/heard?format=raw").text == "lamp/on=1")
    }
  }

  @Test(
    "a sketch that crashes, or never ends, is a device that is silent, and no end of the cloud",
    .enabled(if: hasCompiler),
    arguments: [
      "void setup() { *(volatile int *)nullptr = 1; }", "void setup() { while (true) {} }",
      "void setup() { System.reset(); }",
    ])
  func broken(source: String) async throws {
    try await ParticleBench.run(compiler: HostCompilation.host(Self.compiler, sketches: true)) {
      bench in
      let device = "/v1/devices/\(bench.device)"
      let made = try await send(
        bench, .post, "/v1/binaries", ["a.ino": "\(source)\nvoid loop() {}"])
      let path = try #require(JSONValue(parsing: made.body)?["binary_url"]?.plain)
      let binary = try await bench.send(.get, path)
      var stream = try await bench.stream("/v1/events/spark")
      let flashed = try await bench.send(
        .put, device,
        body: .multipart([Body.Part(name: "file", fileName: "a.bin", bytes: binary.body)]))
      #expect(JSONValue(parsing: flashed.body)?["status"] == "Update started")
      // The cloud goes on while the device starts.
      #expect(try await bench.send(.get, "/v1/user").status == 200)
      #expect(try await stream.next(2).last == "spark/flash/status success ")
      await bench.cloud.settle()
      let called = try await bench.json(.post, device + "/add", ["args": "1"])
      #expect(called.status == 404)
      _ = try await send(bench, .put, device, ["counter.ino": Self.counter])
      await bench.cloud.settle()
      let again = try await bench.json(.post, device + "/add", ["args": "41"])
      #expect(JSONValue(parsing: again.body)?["return_value"] == 41, "\(again.text)")
    }
  }

  @Test("what a sketch registers late is found late", .enabled(if: hasCompiler))
  func late() async throws {
    let source = """
      int count = 3;
      bool isAwaited = false;
      int late(String) { return 7; }
      int begin(String) { isAwaited = true; return 0; }
      void setup() { Particle.function("begin", begin); }
      void loop() {
        if (!isAwaited) return;
        isAwaited = false;
        Particle.function("late", late);
        Particle.variable("count", count);
      }
      """
    try await ParticleBench.run(compiler: HostCompilation.host(Self.compiler, sketches: true)) {
      bench in
      let device = "/v1/devices/\(bench.device)"
      _ = try await send(bench, .put, device, ["late.ino": source])
      await bench.cloud.settle()
      #expect(try await bench.json(.post, device + "/late", [:]).status == 404)
      #expect(try await bench.json(.post, device + "/begin", [:]).status == 200)
      let called = try await bench.json(.post, device + "/late", [:])
      #expect(JSONValue(parsing: called.body)?["return_value"] == 7, "\(called.text)")
      let shown = JSONValue(parsing: try await bench.send(.get, device).body)
      #expect(shown?["functions"] == ["begin", "late"])
      #expect(shown?["variables"] == ["count": "int32"])
    }
  }

  @Test(
    "a compiler's errors name the person's file and line (particle:compile-refused)",
    .enabled(if: hasCompiler))
  func refused() async throws {
    try await ParticleBench.run(compiler: HostCompilation.host(Self.compiler, sketches: true)) {
      bench in
      let reply = try await send(
        bench, .post, "/v1/binaries",
        ["led.ino": "void setup() {\n  nonsense;\n}\nvoid loop() {}\n"])
      #expect(reply.status == 406)
      let body = JSONValue(parsing: reply.body)
      #expect(body?["code"] == 200)
      #expect(body?["errors"]?.array?.first?.plain?.contains("led.ino:2:3: error:") == true)
    }
  }

  @Test("where there is no compiler the reply says so")
  func none() async throws {
    let compiler = HostCompilation.host(HostCompiler(environment: [:]), sketches: true)
    try await ParticleBench.run(compiler: compiler) { bench in
      let reply = try await send(bench, .post, "/v1/binaries", ["counter.ino": Self.counter])
      #expect(reply.status == 406)
      let errors = JSONValue(parsing: reply.body)?["errors"]?.array
      #expect(errors?.first?.plain?.contains("C++ compiler") == true)
    }
  }
}
