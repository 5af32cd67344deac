import Ground
import Practice
import Testing
import Wire

@testable import Particle

@Suite("The client against Particle's practice cloud, over HTTP")
struct PracticeParticleTests {
  /// The practice clouds with everything set up, and a client of Particle's.
  struct Bench {
    let clouds: PracticeClouds
    let transport: Transport
    var id: String { clouds.start.deviceID }

    static func open() async throws -> Bench {
      let transport = Transport.live(userAgent: "footbridge-tests")
      var settings = PracticeSettings(seed: 11)
      settings.ready = true
      return Bench(
        clouds: try await PracticeClouds.start(settings, transport: transport), transport: transport
      )
    }

    func cloud(token: String? = nil) -> ParticleCloud {
      ParticleCloud(
        url: clouds.start.particle,
        token: Secret(token ?? clouds.start.accessToken, name: "particle.access_token"),
        transport: transport)
    }
  }

  @Test("token, devices, ping, function and variable are as the client reads them")
  func asks() async throws {
    let bench = try await Bench.open()
    let cloud = bench.cloud()
    await bench.clouds.settle()
    _ = try await cloud.tokenInfo()
    #expect(try await cloud.devices().map(\.id) == [bench.id])
    let device = try await cloud.device(bench.id)
    #expect(device.online == true && device.functions == ["blynk_led"])
    #expect(device.variables?.keys.sorted() == ["calls", "last_arg"])
    #expect(try await cloud.ping(bench.id))
    #expect(try await cloud.call("blynk_led", on: bench.id, with: "1") == 1)
    #expect(try await cloud.call("blynk_led", on: bench.id, with: "{device_pinValue}") == -1)
    #expect(try await cloud.variable("calls", of: bench.id) == .number(2))
    #expect(try await cloud.variable("last_arg", of: bench.id) == .text("{device_pinValue}"))
    await bench.clouds.stop()
  }

  @Test("its refusals have the codes they should")
  func refusals() async throws {
    let bench = try await Bench.open()
    let cloud = bench.cloud()
    let token = await refusal { _ = try await bench.cloud(token: Scripted.token).devices() }
    let device = await refusal { _ = try await cloud.device("e00fce68ffffffffffffffff") }
    let function = await refusal { _ = try await cloud.call("led", on: bench.id, with: "1") }
    let variable = await refusal { _ = try await cloud.variable("x", of: bench.id) }
    let stream = await refusal {
      for try await _ in bench.cloud(token: Scripted.token).events() { break }
    }
    #expect(
      [token, device, function, variable, stream].map { $0?.problem.code } == [
        "particle-bad-token", "particle-device-unknown", "function-missing", "variable-missing",
        "particle-bad-token",
      ])
    await bench.clouds.stop()
  }

  @Test("an event that is published comes back on the stream, after it opened")
  func stream() async throws {
    let bench = try await Bench.open()
    let cloud = bench.cloud()
    await bench.clouds.settle()
    for try await part in cloud.events() {
      if part == .opened { try await cloud.publish("greeting", data: "grüße \"1\"") }
      if case .event(let event) = part, event.name == "greeting" {
        #expect(event.data == "grüße \"1\"")
        #expect(event.publishedAt?.hasSuffix("Z") == true)
        break
      }
    }
    await bench.clouds.stop()
  }

  @Test("an integration is made, found right, replaced and removed")
  func integrations() async throws {
    let bench = try await Bench.open()
    let cloud = bench.cloud()
    var definition = IntegrationDefinition.blynk(
      event: "another", url: "https://ny3.blynk.cloud/external/api/batch/update", name: "mine")
    let before = try await cloud.integrations().count
    let id = try await cloud.createIntegration(definition)
    #expect(try await cloud.integrations().count == before + 1)
    #expect(definition.differences(from: try await cloud.integration(id)).isEmpty)
    definition.noDefaults = false
    try await cloud.replaceIntegration(id, with: definition)
    #expect(try await cloud.integration(id).noDefaults != true)
    try await cloud.deleteIntegration(id)
    #expect(try await cloud.integrations().count == before)
    await bench.clouds.stop()
  }
}
