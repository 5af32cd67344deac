extension ParticlePracticeSettings {
  /// The settings that have a name, each with how its text is read. Durations are seconds.
  private static let named: [String: @Sendable (inout ParticlePracticeSettings, String) -> Bool] = [
    "otp": { settings, text in
      settings.otp = text
      return text.utf8.count == 6 && Int(text) != nil
    },
    "takes-any-client": { SettingText.read($1, &$0.takesAnyClient) },
    "login-failures": { SettingText.read($1, &$0.loginFailureLimit) },
    "token-seconds": { SettingText.read($1, &$0.tokenLifetimeSeconds) },
    "stream-limit": { SettingText.read($1, &$0.streamLimit) },
    "stream-limit-status": { SettingText.read($1, &$0.streamLimitStatus) },
    "keep-alive": { SettingText.read($1, &$0.keepAliveInterval) },
    "rate-limit-any": { SettingText.read($1, &$0.rateLimits.any) },
    "rate-limit-tokens": { SettingText.read($1, &$0.rateLimits.tokens) },
    "rate-limit-streams": { SettingText.read($1, &$0.rateLimits.streams) },
    "ttl-is-text": { SettingText.read($1, &$0.ttlIsText) },
    "silent-function-status": { SettingText.read($1, &$0.silentFunctionStatus) },
    "offline-call-delay": { SettingText.read($1, &$0.offlineCallDelay) },
    "function-timeout-delay": { SettingText.read($1, &$0.functionTimeoutDelay) },
    "hook-timeout": { SettingText.read($1, &$0.hookTimeout) },
    "hook-errors-before-sleep": { SettingText.read($1, &$0.hookErrorsBeforeSleep) },
    "hook-sleep": { SettingText.read($1, &$0.hookSleep) },
    "hook-sent-before-error": { SettingText.read($1, &$0.hookSentBeforeError) },
    "integration-limit": { SettingText.read($1, &$0.integrationLimit) },
    "event-keys-win": { SettingText.read($1, &$0.eventKeysWin) },
    "api-events-fire-hooks": { SettingText.read($1, &$0.apiEventsFireHooks) },
    "devices": { SettingText.read($1, &$0.deviceCount) },
    "compile-failure-status": { SettingText.read($1, &$0.compileFailureStatus) },
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
    return ParticlePracticeSettings.named[name].map { $0(&self, text) } ?? false
  }
}
