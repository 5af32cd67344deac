extension ParticlePracticeSettings {
  /// The settings that have a name, each with how its text is read. Durations are seconds.
  private static let named: [String: NamedSetting<ParticlePracticeSettings>] = [
    "otp": NamedSetting { settings, text in
      settings.otp = text
      return text.utf8.count == 6 && text.utf8.allSatisfy { (48...57).contains($0) }
    },
    "takes-any-client": NamedSetting { SettingText.read($1, &$0.takesAnyClient) },
    "login-failures": .number(\.loginFailureLimit, 1...1000),
    "token-seconds": .number(\.tokenLifetimeSeconds, SettingBounds.lifetime),
    "stream-limit": .number(\.streamLimit),
    "stream-limit-status": .number(\.streamLimitStatus, SettingBounds.status),
    "keep-alive": .seconds(\.keepAliveInterval, SettingBounds.interval),
    "rate-limit-any": .number(\.rateLimits.any),
    "rate-limit-tokens": .number(\.rateLimits.tokens),
    "rate-limit-streams": .number(\.rateLimits.streams),
    "ttl-is-text": NamedSetting { SettingText.read($1, &$0.ttlIsText) },
    "silent-function-status": .number(\.silentFunctionStatus, SettingBounds.status),
    "offline-call-delay": .seconds(\.offlineCallDelay, SettingBounds.wait),
    "function-timeout-delay": .seconds(\.functionTimeoutDelay, SettingBounds.wait),
    "hook-timeout": .seconds(\.hookTimeout, SettingBounds.interval),
    "hook-errors-before-sleep": .number(\.hookErrorsBeforeSleep, 1...1000),
    "hook-sleep": .seconds(\.hookSleep, SettingBounds.wait),
    "hook-sent-before-error": NamedSetting { SettingText.read($1, &$0.hookSentBeforeError) },
    "integration-limit": .number(\.integrationLimit),
    "organization": NamedSetting { settings, text in
      settings.organization = text
      return text.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9_-]*/) != nil
    },
    "event-keys-win": NamedSetting { SettingText.read($1, &$0.eventKeysWin) },
    "api-events-fire-hooks": NamedSetting { SettingText.read($1, &$0.apiEventsFireHooks) },
    "devices": .number(\.deviceCount, 1...10_000),
    "refused-status": .number(\.refusedStatus, SettingBounds.status),
    "compile-failure-status": .number(\.compileFailureStatus, SettingBounds.status),
  ]

  /// The names that `set` knows, in alphabetical order.
  package static var names: [String] { (named.keys + ["rate-limits"]).sorted() }

  /// Sets one by its name; `rate-limits` is `documented` or `none`.
  ///
  /// - Returns: false when there is none of that name, or the text is no value for it.
  package mutating func set(_ name: String, to text: String) -> Bool {
    if name == "rate-limits" {
      rateLimits = text == "documented" ? .documented : ParticleRateLimits()
      return ["documented", "none"].contains(text)
    }
    return ParticlePracticeSettings.named[name].map { $0.set(&self, text) } ?? false
  }

  /// From which value to which a setting goes; nil where it is no number.
  static func range(of name: String) -> SettingRange? { named[name]?.range }
}
