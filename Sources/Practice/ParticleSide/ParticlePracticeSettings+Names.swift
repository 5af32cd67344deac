extension ParticlePracticeSettings {
  /// The settings that have a name, each with how its text is read. Durations are seconds.
  private static let named: [String: @Sendable (inout ParticlePracticeSettings, String) -> Bool] = [
    "otp": { settings, text in
      settings.otp = text
      return text.utf8.count == 6 && Int(text) != nil
    },
    "login-failures": { read($1, &$0.loginFailureLimit) },
    "token-seconds": { read($1, &$0.tokenLifetimeSeconds) },
    "stream-limit": { read($1, &$0.streamLimit) },
    "stream-limit-status": { read($1, &$0.streamLimitStatus) },
    "keep-alive": { read($1, &$0.keepAliveInterval) },
    "rate-limit-any": { read($1, &$0.rateLimits.any) },
    "rate-limit-tokens": { read($1, &$0.rateLimits.tokens) },
    "rate-limit-streams": { read($1, &$0.rateLimits.streams) },
    "ttl-is-text": { read($1, &$0.ttlIsText) },
    "silent-function-status": { read($1, &$0.silentFunctionStatus) },
    "offline-call-delay": { read($1, &$0.offlineCallDelay) },
    "function-timeout-delay": { read($1, &$0.functionTimeoutDelay) },
    "hook-timeout": { read($1, &$0.hookTimeout) },
    "hook-errors-before-sleep": { read($1, &$0.hookErrorsBeforeSleep) },
    "hook-sleep": { read($1, &$0.hookSleep) },
    "hook-sent-before-error": { read($1, &$0.hookSentBeforeError) },
    "integration-limit": { read($1, &$0.integrationLimit) },
    "event-keys-win": { read($1, &$0.eventKeysWin) },
    "api-events-fire-hooks": { read($1, &$0.apiEventsFireHooks) },
    "devices": { read($1, &$0.deviceCount) },
    "compile-failure-status": { read($1, &$0.compileFailureStatus) },
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

  private static func read(_ text: String, _ place: inout Int) -> Bool {
    guard let number = Int(text), number >= 0 else { return false }
    place = number
    return true
  }

  private static func read(_ text: String, _ place: inout Int?) -> Bool {
    var number = 0
    guard read(text, &number) else { return false }
    place = number
    return true
  }

  private static func read(_ text: String, _ place: inout Bool) -> Bool {
    guard let value = Bool(text) else { return false }
    place = value
    return true
  }

  private static func read(_ text: String, _ place: inout Duration) -> Bool {
    guard let seconds = Double(text), (0...86_400).contains(seconds) else { return false }
    place = .milliseconds(Int64(seconds * 1000))
    return true
  }
}
