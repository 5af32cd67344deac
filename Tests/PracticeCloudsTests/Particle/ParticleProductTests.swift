import Core
import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

struct ParticleProductTests {
  private static let product = "/v1/products/practice-product"

  /// A cloud of two devices, the first of which is in the product.
  private func run(_ body: (ParticleBench) async throws -> Void) async throws {
    var settings = ParticlePracticeSettings()
    settings.deviceCount = 2
    try await ParticleBench.run(settings: settings) { bench in
      let taken = try await bench.json(
        .post, Self.product + "/devices", ["id": .string(bench.device)])
      try #require(taken.status == 200)
      try await body(bench)
    }
  }

  /// particle:stream-paths, particle:event-product-keys.
  @Test(
    "a product's stream has its devices' events only, with the keys of newer samples",
    arguments: [
      "/v1/products/10000/events", "/v1/products/practice-product/events/e", "/v1/orgs/any/events",
      // As the official client asks for them.
      "/v1/products/10000/devices/events", "/v1/orgs/any/devices/events/e",
      "/v1/orgs/any/products/10000/events",
    ])
  func stream(_ path: String) async throws {
    try await run { bench in
      var stream = try await bench.stream(path)
      _ = try await bench.json(.post, "/v1/devices/events", ["name": "e/account"])
      _ = try await bench.json(.post, "/v1/devices/\(bench.device)/echo", ["args": "ab"])
      let event = try #require(try await stream.next())
      #expect(event.name == "echo")
      let data = try #require(JSONValue(parsing: event.data)?.object)
      let names = ["data", "ttl", "published_at", "coreid"]
      #expect(data.members.map(\.name) == names + ["userid", "version", "public", "productID"])
      #expect(data["productID"] == 10_000)
      #expect(data["public"] == false)
    }
  }

  @Test("a product's stream is refused below the device of another (particle:device-unknown)")
  func stranger() async throws {
    try await run { bench in
      let other = await bench.cloud.account.devices[1].id
      let reply = try await bench.send(.get, Self.product + "/devices/\(other)/events")
      #expect(reply.status == 403)
    }
  }

  /// particle:event-as-device.
  @Test("an event may be published in a device's name, and fires the product's hook")
  func inTheNameOf() async throws {
    let target = try await HookTargetServer(status: 200)
    defer { target.close() }
    try await run { bench in
      _ = try await bench.json(
        .post, Self.product + "/integrations",
        [
          "integration_type": "Webhook", "event": "e", "url": .string(target.url),
          "requestType": "GET", "noDefaults": true,
          "query": [
            "d": "{{PARTICLE_DEVICE_ID}}", "p": "{{PRODUCT_ID}}", "v": "{{PRODUCT_VERSION}}",
          ],
        ])
      _ = try await bench.json(
        .post, Self.product + "/events", ["name": "e", "as_device_id": .string(bench.device)])
      _ = try await bench.json(.post, "/v1/devices/events", ["name": "e"])
      await bench.cloud.settle()
      #expect(target.requests.map(\.rawQuery) == ["d=\(bench.device)&p=10000&v=1"])
    }
  }

  /// particle:hook-topics.
  @Test("a product hook answers below the device's id, and on the product's stream")
  func topics() async throws {
    let target = try await HookTargetServer(status: 200, reply: "ok")
    defer { target.close() }
    try await run { bench in
      _ = try await bench.json(
        .post, Self.product + "/webhooks", ["event": "echo", "url": .string(target.url)])
      var stream = try await bench.stream(Self.product + "/events")
      _ = try await bench.json(.post, "/v1/devices/\(bench.device)/echo", ["args": "ab"])
      #expect(
        try await stream.next(3) == [
          "echo ab", "hook-sent/echo undefined", "\(bench.device)/hook-response/echo/0 ok",
        ])
    }
  }

  @Test(
    "the same definition in the sandbox and in the product fires twice (particle:hook-two-scopes)")
  func twice() async throws {
    let target = try await HookTargetServer(status: 200)
    defer { target.close() }
    try await run { bench in
      for path in ["/v1/webhooks", Self.product + "/webhooks"] {
        _ = try await bench.json(.post, path, ["event": "echo", "url": .string(target.url)])
      }
      var stream = try await bench.stream("/v1/events/echo")
      _ = try await bench.json(.post, "/v1/devices/\(bench.device)/echo", ["args": "ab"])
      _ = try await stream.next(1)
      await bench.cloud.settle()
      #expect(target.requests.count == 2)
    }
  }

  @Test("pages of a product's devices have the size asked for (particle:product-devices)")
  func pages() async throws {
    var settings = ParticlePracticeSettings()
    settings.deviceCount = 5
    try await ParticleBench.run(settings: settings) { bench in
      let ids = await bench.cloud.account.devices.map { JSONValue.string($0.id) }
      _ = try await bench.json(.post, Self.product + "/devices", ["ids": .array(ids)])
      let page = JSONValue(
        parsing: try await bench.send(
          .get, Self.product + "/devices?page=2&per_page=2&sortAttr=deviceId"
        ).body)
      let shown = page?["devices"]?.array?.compactMap { $0["id"]?.plain }
      #expect(shown == Array(ids.compactMap(\.plain).sorted()[2..<4]))
      #expect(page?["meta"] == ["total_pages": 3])
    }
  }

  @Test("five devices of one account go through one integration, each with its own event")
  func fleet() async throws {
    let target = try await HookTargetServer(status: 200)
    defer { target.close() }
    var settings = ParticlePracticeSettings()
    settings.deviceCount = 5
    try await ParticleBench.run(settings: settings) { bench in
      _ = try await bench.json(
        .post, "/v1/webhooks", ["event": "echo", "url": .string(target.url)])
      let ids = await bench.cloud.account.devices.map(\.id)
      var account = await bench.cloud.account
      for index in account.devices.indices { account.devices[index].files = EchoProgram.files }
      await bench.cloud.restore(account)
      var stream = try await bench.stream("/v1/events/echo")
      for (number, id) in ids.enumerated() {
        _ = try await bench.json(.post, "/v1/devices/\(id)/echo", ["args": .string("\(number)")])
        _ = try await stream.next(1)
        await bench.cloud.settle()
      }
      let heard = target.requests.compactMap { request in
        request.field("data").flatMap { data in request.field("coreid").map { "\($0) \(data)" } }
      }
      #expect(heard.sorted() == ids.enumerated().map { "\($1) \($0)" }.sorted())
    }
  }
}
