extension BlynkPracticeSettings {
  /// The settings that have a name, each with how its text is read. Durations are seconds.
  private static let named: [String: NamedSetting<BlynkPracticeSettings>] = [
    "plan": NamedSetting { SettingText.read($1, &$0.plan) },
    "webhook-limit": .number(\.webhookLimit),
    "message-limit": .number(\.messageLimit),
    "https-writes-fire-webhooks": NamedSetting {
      SettingText.read($1, &$0.httpsWritesFireWebhooks)
    },
    "webhook-calls-per-minute": .number(\.webhookCallsPerMinute),
    "webhook-disabled-after-failures": .number(\.webhookDisabledAfterFailures, 1...1000),
    "web-form-is-glued": NamedSetting { SettingText.read($1, &$0.webFormIsGlued) },
    "webhook-timeout": .seconds(\.webhookTimeout, SettingBounds.interval),
    "integer-parsing": NamedSetting { SettingText.read($1, &$0.integerParsing) },
    "batch-ignores-unknown-pins": NamedSetting {
      SettingText.read($1, &$0.batchIgnoresUnknownPins)
    },
    "batch-stores-partially": NamedSetting { SettingText.read($1, &$0.batchStoresPartially) },
    "batch-reply": NamedSetting { SettingText.read($1, &$0.batchReply) },
    "get-all-lists-defaults": NamedSetting { SettingText.read($1, &$0.getAllListsDefaults) },
    "unknown-pin-text": NamedSetting { SettingText.read($1, &$0.unknownPinText) },
    "hardware-connected": NamedSetting { SettingText.read($1, &$0.hardwareConnected) },
    "import-limit": .number(\.importLimit),
    "import-age-limit-days": .number(\.importAgeLimitDays, 0...36_500),
    "exports-per-day": .number(\.exportsPerDay),
    "events-per-day": .number(\.eventsPerDay),
    "regions": NamedSetting { settings, text in
      settings.otherRegions = text.split(separator: ",").map(String.init)
      return BlynkPracticeSettings.areFit(regions: settings.otherRegions)
    },
    "wrong-region-answer": NamedSetting { SettingText.read($1, &$0.wrongRegionAnswer) },
    "requests-per-second": .number(\.requestsPerSecond),
    "rate-limit-status": .number(\.rateLimitStatus, SettingBounds.status),
    "cloud-error-status": .number(\.cloudErrorStatus, SettingBounds.status),
    "refused-status": .number(\.refusedStatus, SettingBounds.status),
    "platform-refused-status": .number(\.platformRefusedStatus, SettingBounds.status),
    "grant-seconds": .number(\.grantLifetimeSeconds, SettingBounds.lifetime),
  ]

  /// Each region opens a port, and its name stands in a reply.
  private static func areFit(regions: [String]) -> Bool {
    regions.count <= 16 && Set(regions).count == regions.count
      && regions.allSatisfy { name in
        name.utf8.count <= 32 && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
  }

  /// The names that `set` knows, in alphabetical order.
  package static var names: [String] { named.keys.sorted() }

  /// Sets one by its name.
  ///
  /// - Returns: false when there is none of that name, or the text is no value for it.
  package mutating func set(_ name: String, to text: String) -> Bool {
    BlynkPracticeSettings.named[name].map { $0.set(&self, text) } ?? false
  }

  /// From which value to which a setting goes; nil where it is no number.
  static func range(of name: String) -> SettingRange? { named[name]?.range }
}
