import Testing

@testable import PracticeClouds

struct ParticleSettingsTests {
  @Test("every named setting takes a value, and refuses one of another kind")
  func named() {
    for name in ParticlePracticeSettings.names {
      var settings = ParticlePracticeSettings()
      let values = ["1", "200", "true", "documented", "123456"]
      let taken = values.contains { settings.set(name, to: $0) }
      #expect(taken, "\(name)")
      let refused = settings.set(name, to: "-1")
      #expect(!refused, "\(name)")
    }
  }

  @Test("what it sets is what it is called")
  func values() {
    var settings = ParticlePracticeSettings()
    let pairs = [
      ("hook-sleep", "1.5"), ("ttl-is-text", "true"), ("devices", "5"), ("integration-limit", "3"),
      ("rate-limits", "documented"),
    ]
    for (name, value) in pairs {
      let isTaken = settings.set(name, to: value)
      #expect(isTaken)
    }
    #expect(settings.hookSleep == .milliseconds(1500))
    #expect(settings.ttlIsText)
    #expect(settings.deviceCount == 5)
    #expect(settings.integrationLimit == 3)
    #expect(settings.rateLimits == .documented)
    let unknown = settings.set("nonesuch", to: "1")
    #expect(!unknown)
  }
}
