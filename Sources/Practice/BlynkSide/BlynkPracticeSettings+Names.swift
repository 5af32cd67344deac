extension BlynkPracticeSettings {
  private typealias Setter = @Sendable (inout BlynkPracticeSettings, String) -> Bool

  /// The settings that have a name, each with how its text is read. Durations are seconds.
  private static let named: [String: Setter] = [
    "plan": { read($1, &$0.plan) },
    "webhook-limit": { read($1, &$0.webhookLimit) },
    "message-limit": { read($1, &$0.messageLimit) },
    "https-writes-fire-webhooks": { read($1, &$0.httpsWritesFireWebhooks) },
    "webhook-calls-per-minute": { read($1, &$0.webhookCallsPerMinute) },
    "webhook-disabled-after-failures": { read($1, &$0.webhookDisabledAfterFailures) },
    "web-form-is-glued": { read($1, &$0.webFormIsGlued) },
    "webhook-timeout": { read($1, &$0.webhookTimeout) },
    "integer-parsing": { read($1, &$0.integerParsing) },
    "batch-ignores-unknown-pins": { read($1, &$0.batchIgnoresUnknownPins) },
    "batch-stores-partially": { read($1, &$0.batchStoresPartially) },
    "batch-reply": { read($1, &$0.batchReply) },
    "get-all-lists-defaults": { read($1, &$0.getAllListsDefaults) },
    "unknown-pin-text": { read($1, &$0.unknownPinText) },
    "hardware-connected": { read($1, &$0.hardwareConnected) },
    "import-limit": { read($1, &$0.importLimit) },
    "import-age-limit-days": { read($1, &$0.importAgeLimitDays) },
    "exports-per-day": { read($1, &$0.exportsPerDay) },
    "events-per-day": { read($1, &$0.eventsPerDay) },
    "regions": { settings, text in
      settings.otherRegions = text.split(separator: ",").map(String.init)
      return true
    },
    "wrong-region-answer": { read($1, &$0.wrongRegionAnswer) },
    "requests-per-second": { read($1, &$0.requestsPerSecond) },
    "rate-limit-status": { read($1, &$0.rateLimitStatus) },
    "cloud-error-status": { read($1, &$0.cloudErrorStatus) },
    "platform-refused-status": { read($1, &$0.platformRefusedStatus) },
    "grant-seconds": { read($1, &$0.grantLifetimeSeconds) },
  ]

  /// The names that `set` knows, in alphabetical order.
  package static var names: [String] { named.keys.sorted() }

  /// Sets one by its name.
  ///
  /// - Returns: false when there is none of that name, or the text is no value for it.
  package mutating func set(_ name: String, to text: String) -> Bool {
    BlynkPracticeSettings.named[name].map { $0(&self, text) } ?? false
  }

  private static func read(_ text: String, _ place: inout Int) -> Bool {
    guard let number = Int(text), number >= 0 else { return false }
    place = number
    return true
  }

  /// `none` is nil.
  private static func read(_ text: String, _ place: inout Int?) -> Bool {
    if text == "none" {
      place = nil
      return true
    }
    guard let number = Int(text), number >= 0 else { return false }
    place = number
    return true
  }

  private static func read(_ text: String, _ place: inout Bool) -> Bool {
    guard let value = Bool(text) else { return false }
    place = value
    return true
  }

  private static func read(_ text: String, _ place: inout String) -> Bool {
    place = text
    return true
  }

  private static func read(_ text: String, _ place: inout Duration) -> Bool {
    guard let seconds = Double(text), (0...86_400).contains(seconds) else { return false }
    place = .milliseconds(Int64(seconds * 1000))
    return true
  }

  private static func read<Choice: RawRepresentable<String>>(
    _ text: String, _ place: inout Choice
  ) -> Bool {
    guard let choice = Choice(rawValue: text) else { return false }
    place = choice
    return true
  }
}
