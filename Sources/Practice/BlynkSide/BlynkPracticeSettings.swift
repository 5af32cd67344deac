/// What the sheets leave open about Blynk's cloud (blynk-cloud §4), and its plan's numbers.
package struct BlynkPracticeSettings: Sendable {
  /// What a region answers to a token of another one. Both are documented.
  package enum WrongRegionAnswer: Sendable {
    case redirect
    case invalidToken
  }

  /// Whether `update` and `batch/update` fire webhooks: not documented, to be treated as yes (§8).
  package var httpsWritesFireWebhooks = true
  /// 10 since April 2024; 1 before (§6).
  package var webhookCallsPerMinute = 10
  /// Free plan: 1; PRO: 100 (§6).
  package var webhookLimit = 1
  /// Free plan: 100,000 a month; nil for a plan without a limit (§6). What comes after is made up.
  package var messageLimit: Int? = 100_000
  package var integerParsing = IntegerParsing.strict
  /// Whether a `batch/update` with an unknown pin ignores that pin; else it is refused whole.
  package var batchIgnoresUnknownPins = false
  /// Whether `getAll` lists a stream never written that has a default value.
  package var getAllListsDefaults = false
  package var wrongRegionAnswer = WrongRegionAnswer.redirect
  /// Status of an answer over a rate limit. Neither it nor the body is documented.
  package var rateLimitStatus = 429
  /// Status when Blynk itself fails. Not documented.
  package var cloudErrorStatus = 500
  /// The whole exchange of a webhook's call. Not documented.
  package var webhookTimeout: Duration = .seconds(20)
  /// Entries kept of the webhooks' calls.
  package var webhookLogLimit = 100

  package init() {}
}
