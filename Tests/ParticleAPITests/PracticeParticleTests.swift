import Core
import HTTP
import PracticeClouds
import Testing

@testable import ParticleAPI

@Suite("The client against Particle's practice cloud, over HTTP")
struct PracticeParticleTests {
  /// The practice clouds with everything set up, and a client of Particle's.
  struct Bench {
    let clouds: PracticeEnvironment
    let transport: Transport
    var id: String { clouds.start.deviceID }

    static func open(otp: String? = nil) async throws -> Bench {
      let transport = Transport.live(userAgent: "footbridge-tests")
      var settings = PracticeSettings(seed: 11)
      settings.ready = true
      settings.runsSketches = true
      settings.particle.otp = otp
      settings.particle.login = try #require(PracticeLogin("practice@example.com:practice"))
      return Bench(
        clouds: try await PracticeEnvironment.start(settings, transport: transport),
        transport: transport
      )
    }

    var login: ParticleLogin { ParticleLogin(url: clouds.start.particle, transport: transport) }

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

  @Test("a login gives a token that works until it is deleted")
  func login() async throws {
    let bench = try await Bench.open()
    let password = Secret("practice", name: "particle.password")
    let outcome = try await bench.login.token(
      user: "practice@example.com", password: password, lasting: .forever)
    guard case .granted(let token) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let cloud = ParticleCloud(
      url: bench.clouds.start.particle, token: token.secret, transport: bench.transport)
    #expect(try await cloud.tokenInfo().expiresAt == nil)
    #expect(try await cloud.user().username == "practice@example.com")
    try await cloud.deleteToken()
    let gone = await refusal { _ = try await cloud.tokenInfo() }
    let wrong = await refusal {
      _ = try await bench.login.token(
        user: "practice@example.com", password: Secret("something else", name: "p"))
    }
    #expect(gone?.problem.code == "particle-bad-token")
    #expect(wrong?.problem.code == "particle-bad-login")
    await bench.clouds.stop()
  }

  @Test("a login with a second factor asks for it, and takes the right one only")
  func secondFactor() async throws {
    let bench = try await Bench.open(otp: "123456")
    let password = Secret("practice", name: "particle.password")
    func challenge() async throws -> MFAChallenge? {
      let outcome = try await bench.login.token(
        user: "practice@example.com", password: password, lasting: .seconds(600))
      return if case .needsCode(let challenge) = outcome { challenge } else { nil }
    }
    let first = try #require(try await challenge())
    let wrong = await refusal {
      _ = try await bench.login.token(code: Secret("654321", name: "otp"), for: first)
    }
    #expect(wrong?.problem.code == "particle-bad-login")
    let second = try #require(try await challenge())
    let token = try await bench.login.token(code: Secret("123456", name: "otp"), for: second)
    #expect(token.expiresInSeconds == 600)
    await bench.clouds.stop()
  }

  @Test("a device is renamed, signalled, given up and claimed again")
  func devices() async throws {
    let bench = try await Bench.open()
    let cloud = bench.cloud()
    await bench.clouds.settle()
    #expect(try await cloud.rename(bench.id, to: "bridge") == "bridge")
    #expect(try await cloud.device("bridge").id == bench.id)
    #expect(try await cloud.signal(bench.id, on: true))
    #expect(try await cloud.setNotes(of: bench.id, to: "by the door") == "by the door")
    try await cloud.remove(bench.id)
    #expect(try await cloud.devices().isEmpty)
    try await cloud.claim(bench.id)
    #expect(try await cloud.devices().map(\.id) == [bench.id])
    let unknown = await refusal { try await cloud.claim("e00fce68ffffffffffffffff") }
    #expect(unknown?.problem.code == "particle-device-unknown")
    await bench.clouds.stop()
  }

  @Test("a product has lists of its own, and integrations of its own")
  func products() async throws {
    let bench = try await Bench.open()
    let product = bench.cloud().inProduct("practice-product")
    #expect(try await product.devices().isEmpty)
    let id = try await product.createIntegration(
      .blynk(event: "another", url: "https://ny3.blynk.cloud/external/api/x", name: "mine"))
    #expect(try await product.integrations().map(\.id) == [id])
    #expect(try await bench.cloud().integrations().allSatisfy { $0.id != id })
    let missing = await refusal { _ = try await bench.cloud().inProduct("none").devices() }
    #expect(missing?.problem.evidence.joined().english.contains("Product not found.") == true)
    await bench.clouds.stop()
  }

  @Test("an integration's test passes with the data that its templates need, and fails without")
  func integrationTest() async throws {
    let bench = try await Bench.open()
    let cloud = bench.cloud()
    let id = try #require(try await cloud.integrations().first?.id)
    let token = bench.clouds.start.authToken
    let right = try await cloud.testIntegration(
      id, data: #"{"t":"\#(token)","v14":1,"v15":2,"v17":1}"#, device: bench.id)
    #expect(right == IntegrationTest(passed: true))
    let empty = try await cloud.testIntegration(id)
    #expect(!empty.passed && empty.reason?.contains("400") == true, "\(empty)")
    await bench.clouds.stop()
  }

  @Test("a sketch that does not compile is told with file and line, one that does can be flashed")
  func firmware() async throws {
    let bench = try await Bench.open()
    let cloud = bench.cloud()
    await bench.clouds.settle()
    let broken = SourceFile(
      name: "broken.ino", content: "void setup() { int x = }\nvoid loop() {}\n")
    let error = await refusal {
      _ = try await cloud.compile([broken], for: BuildTarget(.platform(13)))
    }
    #expect(error?.problem.code == "build-failed")
    #expect(
      error?.problem.evidence.contains { $0.english.contains("broken.ino:1:") } == true,
      "\(error?.problem.evidence ?? [])")
    let source = SourceFile(
      name: "one.ino",
      content: """
        SYSTEM_THREAD(ENABLED);
        int one(String argument) { return 41; }
        void setup() { Particle.function("one", one); }
        void loop() {}
        """)
    let made = try await cloud.compile([source], for: BuildTarget(.platform(13)))
    let binary = try await cloud.binary(made.id)
    #expect(!binary.isEmpty)
    for try await part in cloud.events(of: bench.id, prefix: "spark/status") {
      if part == .opened {
        #expect(try await cloud.flash(bench.id, binary: binary) == "Update started")
      }
      if case .event(let event) = part, event.data == "online" { break }
    }
    await bench.clouds.settle()
    #expect(try await cloud.call("one", on: bench.id, with: "") == 41)
    await bench.clouds.stop()
  }
}
