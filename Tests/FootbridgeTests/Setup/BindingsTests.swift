import Core
import Testing

@testable import Capabilities
@testable import SetupFlow

@Suite("The values that the guide is filled with")
struct BindingsTests {
  private let scratch: Scratch
  private let setup: OpenSetup

  init() throws {
    scratch = try Scratch()
    setup = try scratch.beginSetup()
  }

  private func bindings(_ particleURL: String? = nil, _ blynkURL: String? = nil) -> Bindings {
    Bindings(setup, particleURL: particleURL, blynkURL: blynkURL)
  }

  @Test("before anything is answered there are no addresses but Particle's")
  func empty() {
    let bindings = bindings()
    #expect(bindings.particleURL == "https://api.particle.io")
    #expect(bindings.blynkURL == nil && bindings.blynkHost == nil)
    #expect(bindings.webhookURL == nil && bindings.integrationURL == nil)
    #expect(bindings.deviceID == nil)
  }

  @Test("addresses follow from the answers")
  func addresses() throws {
    try setup.keep(.plain("https://fra1.blynk.cloud"), for: "blynk.server")
    try setup.keep(.plain("e00fce68"), for: "particle.device_id")
    let bindings = bindings()
    #expect(bindings.webhookURL == "https://api.particle.io/v1/devices/e00fce68/blynk_led")
    #expect(bindings.integrationURL == "https://fra1.blynk.cloud/external/api/batch/update")
    #expect(bindings.blynkHost == "fra1.blynk.cloud")
    #expect(bindings.shown["event"] == "blynk_https_get")
  }

  @Test("a flag wins over the answer, and is not kept")
  func flags() throws {
    try setup.keep(.plain("https://fra1.blynk.cloud"), for: "blynk.server")
    #expect(bindings(nil, "http://127.0.0.1:9").blynkHost == "127.0.0.1:9")
    #expect(bindings("http://127.0.0.1:8").particleURL == "http://127.0.0.1:8")
    #expect(bindings().blynkURL == "https://fra1.blynk.cloud")
  }

  @Test("a secret shows as its name, and is a secret only by its own kind")
  func secrets() throws {
    try setup.keep(
      .secret(Secret("hush-hush", name: "blynk.auth_token")), for: "blynk.auth_token")
    let bindings = bindings()
    #expect(bindings.secret("blynk.auth_token") != nil)
    #expect(bindings.plain("blynk.auth_token") == nil)
    #expect(!"\(bindings.shown)".contains("hush-hush"))
  }
}
