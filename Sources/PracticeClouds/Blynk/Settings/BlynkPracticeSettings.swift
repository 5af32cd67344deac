/// What docs/clouds/blynk.md leaves open about Blynk's cloud, and its plan's numbers.
package struct BlynkPracticeSettings: Sendable {
  /// What a region answers to a token of another one. Both are documented.
  package enum WrongRegionAnswer: String, Sendable, CaseIterable {
    case redirect
    case invalidToken = "invalid-token"
  }

  /// Decides the limits below, which may be changed one by one afterwards.
  package var plan = BlynkPlan.free { didSet { (webhookLimit, messageLimit) = limits(of: plan) } }
  /// Free plan: 1; PRO: 100 (blynk:limit-webhooks).
  package var webhookLimit = 1
  /// Free plan: 100,000 a month; nil for a plan without a limit (blynk:limit-messages). What comes
  /// after is made up.
  package var messageLimit: Int? = 100_000

  /// Whether `update` and `batch/update` fire webhooks: not documented, to be treated as yes
  /// (blynk:webhook-by-https).
  package var httpsWritesFireWebhooks = true
  /// 10 since April 2024; 1 before (blynk:webhook-rate).
  package var webhookCallsPerMinute = 10
  /// Failures in a row after which a webhook is switched off; nil never does. Documented only for a
  /// mail; the old server did it after 10 (blynk:webhook-failures).
  package var webhookDisabledAfterFailures: Int?
  /// Whether a Web Form is sent with names and values glued together, as users reported
  /// (blynk:webhook-glued-form).
  package var webFormIsGlued = false
  /// The whole exchange of a webhook's call. Not documented.
  package var webhookTimeout: Duration = .seconds(20)
  /// Entries kept of the webhooks' calls.
  package var webhookLogLimit = 100

  /// How strictly an Integer stream reads what is written to it.
  package var integerParsing = IntegerParsing.strict
  /// Whether a `batch/update` with an unknown pin ignores that pin; else it is refused whole.
  package var batchIgnoresUnknownPins = false
  /// Whether a `batch/update` with a value of the wrong type stores the others; else it stores
  /// none. Not documented (blynk:batch-partly). The answer is 400 either way.
  package var batchStoresPartially = false
  /// What `batch/update` answers: `OK` in the older example, nothing in practice
  /// (blynk:batch-update).
  package var batchReply = ""
  /// Whether `getAll` lists a stream never written that has a default value.
  package var getAllListsDefaults = false
  /// What `get` says of a pin without a datastream. Not documented; the old server's words were
  /// `Requested pin doesn't exist in the app.` (blynk:get-unknown-pin).
  package var unknownPinText = "No datastream setup for that pin."
  /// What `isHardwareConnected` says. True only for a device that holds a connection, which one
  /// behind an integration never does (blynk:online-never).
  package var hardwareConnected = false

  /// Points in one timestamped batch (blynk:import-points).
  package var importLimit = 10_000
  /// The oldest point that a timestamped batch may have, in days: 30 in the page, 3 months in the
  /// changelog. What an older one gets is not documented; it is left out here (blynk:import-age).
  package var importAgeLimitDays = 30
  /// Exports a device may ask for in a day (blynk:export-limit). What comes over it is not
  /// documented.
  package var exportsPerDay = 10
  /// Events of a device in a day, and the seconds between two of one type (blynk:log-event-limits).
  /// Those beyond are taken and dropped, which is our choice.
  package var eventsPerDay = 100
  /// Sooner than that, a second event of one type is dropped (blynk:log-event-limits).
  package var eventIntervalSeconds = 1.0

  /// Regions beside the account's own, each on a port of its own (blynk:region-hosts).
  package var otherRegions: [String] = []
  /// What the other regions say to the account's token: they know no token of their own.
  package var wrongRegionAnswer = WrongRegionAnswer.redirect
  /// Requests a device may make in a second; nil does not count them. Blynk's limit is 50; what
  /// comes over it is not documented, so that it is off unless asked for (blynk:limit-requests).
  package var requestsPerSecond: Int?
  /// Status of an answer over a rate limit. Neither it nor the body is documented.
  package var rateLimitStatus = 429
  /// Status when Blynk itself fails. Not documented.
  package var cloudErrorStatus = 500
  /// Status of a refusal for a reason of Blynk's own, such as an account that is barred. Neither it
  /// nor the words are documented.
  package var refusedStatus = 400
  /// What the Platform API answers a plan that does not have it. Not documented.
  package var platformRefusedStatus = 403
  /// Seconds a token of the Platform API lives: 86,400 now, 300 in older pages
  /// (blynk:platform-token).
  package var grantLifetimeSeconds = 86_400

  /// The documented numbers of the free plan, and our choice where there are none.
  package init() {}

  private func limits(of plan: BlynkPlan) -> (webhooks: Int, messages: Int?) {
    (plan.webhooks, plan.messages)
  }
}
