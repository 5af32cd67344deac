import Core
import Testing

@testable import SetupFlow

@Suite("What can be seen and done for a setup")
struct SetupCapabilitiesTests {
  private static let ofPlatform = "blynk.template-there"

  @Test("without a client of the Platform API its checks see nothing, and no device is made")
  func noClient() throws {
    let bench = try SetupBench()
    let (setup, capabilities) = (bench.setup, bench.capabilities)
    #expect(!capabilities.canSee(Self.ofPlatform, of: setup))
    #expect(capabilities.canSee("blynk.token-works", of: setup))
    #expect(!capabilities.canPerform("blynk.device.create", for: setup))
    #expect(capabilities.canPerform("particle.integration.create", for: setup))
  }

  @Test("with one they do; what is not documented stays the person's")
  func client() throws {
    let bench = try SetupBench()
    let (setup, capabilities) = (bench.setup, bench.capabilities)
    try setup.keep(.plain("oa2-client-id_zmNtW"), for: "blynk.client_id")
    try setup.keep(
      .secret(Secret("5uC5Y4Mcvdl5rB56rBmx", name: "blynk.client_secret")),
      for: "blynk.client_secret")
    #expect(capabilities.canSee(Self.ofPlatform, of: setup))
    #expect(capabilities.canPerform("blynk.device.create", for: setup))
    #expect(!capabilities.canPerform("blynk.webhook.create", for: setup))
  }

  @Test("a person's own deed is looked at when they say so; an unknown name is told when tried")
  func names() throws {
    let bench = try SetupBench()
    #expect(!bench.capabilities.canSee("blynk.webhook-tested", of: bench.setup))
    #expect(bench.capabilities.canSee("no.such-check", of: bench.setup))
    #expect(!bench.capabilities.canPerform("no.such-act", for: bench.setup))
  }
}
