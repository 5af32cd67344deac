import Core
import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

struct ParticleHookTests {
  private static func definition(_ url: String) -> JSONValue {
    [
      "integration_type": "Webhook", "event": "echo", "url": .string(url), "requestType": "GET",
      "noDefaults": true, "query": ["v": "{{v}}"],
    ]
  }

  private static func fire(
    status: Int, reply: String = "", faults: [Fault] = [], events: Int,
    settings: ParticlePracticeSettings = ParticlePracticeSettings()
  ) async throws -> (lines: [String], requests: [PracticeRequest], details: JSONValue) {
    let target = try await HookTargetServer(status: status, reply: reply)
    defer { target.close() }
    var result: (lines: [String], requests: [PracticeRequest], details: JSONValue) = ([], [], .null)
    try await ParticleBench.run(settings: settings) { bench in
      let made = try await bench.json(.post, "/v1/integrations", definition(target.url))
      let id = try #require(JSONValue(parsing: made.body)?["id"]?.plain)
      for fault in faults { bench.faults.set(fault, on: true) }
      var stream = try await bench.stream("/v1/devices/events")
      _ = try await bench.json(.post, "/v1/devices/\(bench.device)/echo", ["args": #"{"v":1.50}"#])
      result.lines = try await stream.next(events)
      await bench.cloud.settle()
      result.requests = target.requests
      result.details =
        JSONValue(parsing: try await bench.send(.get, "/v1/integrations/\(id)").body) ?? .null
    }
    return result
  }

  /// particle:hook-no-response.
  @Test("an accepted request without a reply shows hook-sent, and no hook-response")
  func sent() async throws {
    let (lines, requests, details) = try await Self.fire(status: 200, events: 2)
    #expect(lines == [#"echo {"v":1.50}"#, "hook-sent/echo undefined"])
    let request = try #require(requests.first)
    #expect(requests.count == 1)
    #expect(request.method == "GET")
    #expect(request.rawQuery == "v=1.5")
    #expect(
      request.header("user-agent") == "ParticleBot/1.1 (https://docs.particle.io/webhooks)")
    #expect(details["integration"]?["logs"]?.array?.count == 1)
    #expect(details["integration"]?["errors"]?.array?.count == 0)
  }

  @Test("a reply comes back in numbered parts (particle:hook-response)")
  func response() async throws {
    let reply = String(repeating: "a", count: 512) + "b"
    let (lines, _, _) = try await Self.fire(status: 201, reply: reply, events: 4)
    #expect(
      Array(lines.dropFirst()) == [
        "hook-sent/echo undefined",
        "hook-response/echo/0 " + String(repeating: "a", count: 512), "hook-response/echo/1 b",
      ])
  }

  @Test("a refusal shows status and host, in the text that libraries rely on (particle:hook-error)")
  func refused() async throws {
    let (lines, _, details) = try await Self.fire(status: 400, reply: "{}", events: 2)
    #expect(lines.last == "hook-error/echo/0 error status 400 from 127.0.0.1")
    #expect(details["integration"]?["errors"]?.array?.count == 1)
    #expect(details["integration"]?["logs"]?.array?.count == 0)
  }

  @Test("whether hook-sent comes before an error is a setting")
  func sentBeforeError() async throws {
    var settings = ParticlePracticeSettings()
    settings.hookSentBeforeError = true
    let (lines, _, _) = try await Self.fire(status: 500, events: 3, settings: settings)
    #expect(lines[1] == "hook-sent/echo undefined")
    #expect(lines[2] == "hook-error/echo/0 error status 500 from 127.0.0.1")
  }

  @Test("the fault integration-error shows as an error of the target")
  func errorFault() async throws {
    let (lines, requests, _) = try await Self.fire(
      status: 200, faults: [.integrationError], events: 2)
    #expect(lines.last == "hook-error/echo/0 error status 500 from 127.0.0.1")
    #expect(requests.isEmpty)
  }

  @Test(
    "an integration that is gone or switched off sends nothing",
    arguments: [Fault.integrationMissing, .integrationDisabled])
  func silent(_ fault: Fault) async throws {
    let (lines, requests, _) = try await Self.fire(status: 200, faults: [fault], events: 1)
    #expect(lines == [#"echo {"v":1.50}"#])
    #expect(requests.isEmpty)
  }

  @Test("a target that cannot be reached is an error, too")
  func unreachable() async throws {
    try await ParticleBench.run { bench in
      // Nobody listens on port 1; a port just closed may be another test's by now.
      _ = try await bench.json(.post, "/v1/integrations", Self.definition("http://127.0.0.1:1/"))
      var stream = try await bench.stream("/v1/events/hook-")
      _ = try await bench.json(.post, "/v1/devices/\(bench.device)/echo", ["args": "{}"])
      #expect(try await stream.next(1) == ["hook-error/echo/0 ETIMEDOUT"])
    }
  }

  @Test("events of hooks fire no hooks, whatever their topic (particle:hook-loop-guard)")
  func guarded() async throws {
    let target = try await HookTargetServer(status: 200, reply: "x")
    defer { target.close() }
    try await ParticleBench.run { bench in
      for event in ["echo", "hook-", "custom"] {
        let definition = JSONObject([
          ("integration_type", "Webhook"), ("event", .string(event)), ("url", .string(target.url)),
          ("requestType", "POST"), ("responseTopic", "custom/{{PARTICLE_DEVICE_ID}}"),
        ])
        _ = try await bench.json(.post, "/v1/integrations", .object(definition))
      }
      var stream = try await bench.stream("/v1/events/custom")
      _ = try await bench.json(.post, "/v1/devices/\(bench.device)/echo", ["args": "{}"])
      #expect(try await stream.next(1) == ["custom/\(bench.device)/0 x"])
      await bench.cloud.settle()
      #expect(target.requests.count == 1)
    }
  }

  @Test("an integration is made, listed, replaced whole, tested and deleted (particle:hook-routes)")
  func life() async throws {
    let target = try await HookTargetServer(status: 200)
    defer { target.close() }
    try await ParticleBench.run { bench in
      let made = try await bench.json(.post, "/v1/integrations", Self.definition(target.url))
      #expect(made.status == 201)
      let id = try #require(JSONValue(parsing: made.body)?["id"]?.plain)
      let list = JSONValue(parsing: try await bench.send(.get, "/v1/integrations").body)
      #expect(list?.array?.map { $0["id"] } == [.string(id)])

      var other = try #require(Self.definition(target.url).object)
      other["query"] = nil
      other["event"] = "other"
      let path = "/v1/integrations/\(id)"
      let replaced = try await bench.json(.put, path, .object(other))
      #expect(replaced.status == 200)
      let one = JSONValue(parsing: try await bench.send(.get, path).body)?["integration"]
      #expect(one?["event"] == "other")
      #expect(one?["query"] == nil)
      #expect(one?["noDefaults"] == true)

      let test = try await bench.json(.post, path + "/test", ["data": #"{"v":1}"#])
      #expect(test.text == #"{"pass":true,"data":null}"#)
      let gone = try await bench.send(.delete, path)
      #expect(gone.status == 204)
      #expect(gone.body.isEmpty)
      #expect(try await bench.send(.get, path).status == 404)
      #expect(try await bench.send(.get, "/v1/integrations").text == "[]")
    }
  }

  @Test("the fault loop-v16 shows, and sends, the V16 row in the query")
  func loop() async throws {
    let target = try await HookTargetServer(status: 200)
    defer { target.close() }
    try await ParticleBench.run { bench in
      var definition = try #require(Self.definition(target.url).object)
      definition["query"] = ["V17": "{{v17}}"]
      let made = try await bench.json(.post, "/v1/integrations", .object(definition))
      let id = try #require(JSONValue(parsing: made.body)?["id"]?.plain)
      bench.faults.set(.loopV16, on: true)
      let one = JSONValue(parsing: try await bench.send(.get, "/v1/integrations/\(id)").body)
      #expect(one?["integration"]?["query"] == ["V17": "{{v17}}", "V16": "{{v17}}"])
      _ = try await bench.json(
        .post, "/v1/devices/events", ["name": "echo", "data": #"{"v17":0}"#])
      await bench.cloud.settle()
      #expect(target.requests.map(\.rawQuery) == ["V17=0&V16=0"])
    }
  }
}
