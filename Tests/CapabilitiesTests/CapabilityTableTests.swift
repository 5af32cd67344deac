import Testing

@testable import Capabilities

@Suite("What can be looked at and done")
struct CapabilityTableTests {
  @Test("each name stands there once for what is looked at, and once for what is done")
  func names() {
    let all = CapabilityTable.all
    #expect(all.count { $0.check != nil } == CapabilityTable.checks.count)
    #expect(CapabilityTable.checks.isSuperset(of: CapabilityTable.glances))
    #expect(CapabilityTable.checks.isDisjoint(with: CapabilityTable.acts))
    #expect(CapabilityTable.acts.count + CapabilityTable.checks.count + 1 == all.count)
    #expect(CapabilityTable.choices(for: "particle.device_id") != nil)
  }

  @Test("a console's clicks are a program's only on practice clouds")
  func console() throws {
    for act in ["blynk.template.create", "blynk.webhook.create", "blynk.datastream-v6.create"] {
      let clicks = try #require(CapabilityTable.act(act))
      #expect(clicks.isWithinReach(isPractice: true, hasPlatformClient: false), "\(act)")
      #expect(!clicks.isWithinReach(isPractice: false, hasPlatformClient: true), "\(act)")
    }
    let device = try #require(CapabilityTable.act("blynk.device.create"))
    #expect(device.isWithinReach(isPractice: true, hasPlatformClient: false))
    #expect(!device.isWithinReach(isPractice: false, hasPlatformClient: false))
  }
}
