extension BlynkPracticeSettings {
  private typealias Setter = @Sendable (inout BlynkPracticeSettings, String) -> Bool

  /// The settings that have a name, each with how its text is read. Durations are seconds.
  private static let named: [String: Setter] = [
    "plan": { SettingText.read($1, &$0.plan) },
    "webhook-limit": { SettingText.read($1, &$0.webhookLimit) },
    "message-limit": { SettingText.read($1, &$0.messageLimit) },
    "https-writes-fire-webhooks": { SettingText.read($1, &$0.httpsWritesFireWebhooks) },
    "webhook-calls-per-minute": { SettingText.read($1, &$0.webhookCallsPerMinute) },
    "webhook-disabled-after-failures": { SettingText.read($1, &$0.webhookDisabledAfterFailures) },
    "web-form-is-glued": { SettingText.read($1, &$0.webFormIsGlued) },
    "webhook-timeout": { SettingText.read($1, &$0.webhookTimeout) },
    "integer-parsing": { SettingText.read($1, &$0.integerParsing) },
    "batch-ignores-unknown-pins": { SettingText.read($1, &$0.batchIgnoresUnknownPins) },
    "batch-stores-partially": { SettingText.read($1, &$0.batchStoresPartially) },
    "batch-reply": { SettingText.read($1, &$0.batchReply) },
    "get-all-lists-defaults": { SettingText.read($1, &$0.getAllListsDefaults) },
    "unknown-pin-text": { SettingText.read($1, &$0.unknownPinText) },
    "hardware-connected": { SettingText.read($1, &$0.hardwareConnected) },
    "import-limit": { SettingText.read($1, &$0.importLimit) },
    "import-age-limit-days": { SettingText.read($1, &$0.importAgeLimitDays) },
    "exports-per-day": { SettingText.read($1, &$0.exportsPerDay) },
    "events-per-day": { SettingText.read($1, &$0.eventsPerDay) },
    "regions": { settings, text in
      settings.otherRegions = text.split(separator: ",").map(String.init)
      return true
    },
    "wrong-region-answer": { SettingText.read($1, &$0.wrongRegionAnswer) },
    "requests-per-second": { SettingText.read($1, &$0.requestsPerSecond) },
    "rate-limit-status": { SettingText.read($1, &$0.rateLimitStatus) },
    "cloud-error-status": { SettingText.read($1, &$0.cloudErrorStatus) },
    "platform-refused-status": { SettingText.read($1, &$0.platformRefusedStatus) },
    "grant-seconds": { SettingText.read($1, &$0.grantLifetimeSeconds) },
  ]

  /// The names that `set` knows, in alphabetical order.
  package static var names: [String] { named.keys.sorted() }

  /// Sets one by its name.
  ///
  /// - Returns: false when there is none of that name, or the text is no value for it.
  package mutating func set(_ name: String, to text: String) -> Bool {
    BlynkPracticeSettings.named[name].map { $0(&self, text) } ?? false
  }
}
