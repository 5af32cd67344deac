import Testing

@testable import PracticeClouds

@Suite("PracticeSettings by name")
struct PracticeSettingsTests {
  @Test("settings of both clouds are set by name")
  func set() throws {
    var settings = PracticeSettings(seed: 1, processID: 1)
    for text in [
      "blynk.plan=production", "blynk.webhook-calls-per-minute=1", "blynk.message-limit=none",
      "blynk.https-writes-fire-webhooks=false", "blynk.webhook-timeout=1.5",
      "blynk.regions=fra1,lon1", "blynk.wrong-region-answer=invalid-token",
      "blynk.unknown-pin-text=a=b", "blynk.integer-parsing=lenient",
      "blynk.webhook-disabled-after-failures=3", "particle.token-seconds=60",
    ] {
      try settings.set(text)
    }
    #expect(settings.blynk.plan == .production)
    #expect(settings.blynk.webhookLimit == 100)
    #expect(settings.blynk.webhookCallsPerMinute == 1)
    #expect(settings.blynk.messageLimit == nil)
    #expect(!settings.blynk.httpsWritesFireWebhooks)
    #expect(settings.blynk.webhookTimeout == .milliseconds(1500))
    #expect(settings.blynk.otherRegions == ["fra1", "lon1"])
    #expect(settings.blynk.wrongRegionAnswer == .invalidToken)
    #expect(settings.blynk.unknownPinText == "a=b")
    #expect(settings.blynk.integerParsing == .lenient)
    #expect(settings.blynk.webhookDisabledAfterFailures == 3)
    #expect(settings.particle.tokenLifetimeSeconds == 60)
  }

  @Test("an unknown name is told with the nearest one")
  func unknown() {
    var settings = PracticeSettings(seed: 1, processID: 1)
    #expect(throws: PracticeError.unknownSetting("blynk.plam", nearest: "blynk.plan")) {
      try settings.set("blynk.plam=pro")
    }
  }

  @Test(
    "a value that does not fit is refused",
    arguments: [
      "blynk.plan=gold", "blynk.plan", "blynk.webhook-limit=-1", "blynk.webhook-timeout=x",
      "blynk.hardware-connected=yes", "blynk.message-limit=many", "blynk.integer-parsing=",
      "particle.keep-alive=0", "particle.keep-alive=0.01", "particle.keep-alive=nan",
      "particle.keep-alive=inf", "particle.keep-alive=1e9", "particle.hook-timeout=0",
      "blynk.webhook-timeout=0", "particle.devices=0", "particle.devices=1000000000",
      "particle.login-failures=0", "particle.hook-errors-before-sleep=0", "particle.otp=+12345",
      "blynk.webhook-disabled-after-failures=0", "particle.compile-failure-status=0",
      "blynk.rate-limit-status=100", "blynk.cloud-error-status=1000", "blynk.regions=a,a",
      "particle.token-seconds=9223372036854775807", "blynk.regions=a b",
      "blynk.grant-seconds=99999999999", "blynk.import-age-limit-days=9223372036854775807",
    ])
  func unfit(text: String) {
    var settings = PracticeSettings(seed: 1, processID: 1)
    #expect(throws: PracticeError.self) { try settings.set(text) }
  }

  @Test("what is no number of a setting's range is refused with the range")
  func range() {
    var settings = PracticeSettings(seed: 1, processID: 1)
    let error = #expect(throws: PracticeError.self) { try settings.set("particle.keep-alive=0") }
    #expect(
      error?.problem.next
        == "Write it as `particle.keep-alive=VALUE`, a number from 0.1 to 86400.")
    #expect(error?.problem.outcome == .usage)
    #expect(settings.particle.keepAliveInterval == .seconds(9))
  }
}
