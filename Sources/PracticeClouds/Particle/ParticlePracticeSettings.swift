/// What docs/clouds/particle.md leaves open about Particle's cloud, and its numbers.
package struct ParticlePracticeSettings: Sendable {
  /// What the practice account's owner logs in with; each start has a password of its own.
  package var login = PracticeLogin()
  /// Client pairs that may ask for tokens with a login, with their own secret only
  /// (particle:oauth-client). They are known to everybody: a client that asks for itself, without a
  /// login, has the password as its secret.
  package var clients = ["particle": "particle", "particle-api": "particle-api"]
  /// Whether any other pair does, too. The reference's page of 2021 says that any client ID will
  /// work, and each version of the CLI brings a pair of its own (particle:oauth-any-client).
  package var takesAnyClient = true
  /// The account's second factor: the six digits that its owner's app shows, always the same ones.
  /// Nil is an account without (particle:oauth-mfa).
  package var otp: String?
  /// Wrong passwords in a row after which nobody may log in, and for how long
  /// (particle:oauth-lockout).
  package var loginFailureLimit = 10
  /// How long nobody may log in then (particle:oauth-lockout).
  package var loginBar: Duration = .seconds(1800)
  /// Seconds a token lives when nothing else is asked for: 90 days (particle:oauth-lifetime).
  package var tokenLifetimeSeconds = 7_776_000

  /// Silence on an event stream after which a blank line is sent. Bytes and interval are not
  /// documented; the official client drops a stream that is silent for 15 s
  /// (particle:stream-keep-alive, particle:stream-idle).
  package var keepAliveInterval: Duration = .seconds(9)
  /// Events that wait for a slow client; one more ends its stream, so that it knows. What the real
  /// cloud does is not documented; delivery is best effort (particle:event-best-effort).
  package var streamQueueLimit = 1024
  /// Streams open at once (particle:stream-limits). What comes over it is not documented.
  package var streamLimit = 100
  /// Status over a limit of streams: the prose on streams says 529, the general part 429
  /// (particle:stream-limits).
  package var streamLimitStatus = 429
  /// Calls that are taken in five minutes. Without a limit from the start, as practice is shared
  /// with nobody; `.documented` has the real ones.
  package var rateLimits = ParticleRateLimits()
  /// Whether `ttl` travels as text: `"60"` in the reference, 60 in newer samples
  /// (particle:event-ttl).
  package var ttlIsText = false
  /// The `coreid` of events published through the API (particle:event-api-sender).
  package var apiCoreID = "api"
  /// Whether product streams carry `userid`, `version`, `public` and `productID`, as newer samples
  /// do (particle:event-product-keys).
  package var productEventsCarryMore = true
  /// How long the fault `event-reordered` holds an event back when no other follows.
  package var reorderHold: Duration = .seconds(1)

  /// Which name wins when a call has both. Not documented (particle:function-call).
  package var argumentNames = ["arg", "args"]
  /// Status for a function of a silent device: recorded as 400, documented as 408
  /// (particle:function-silent).
  package var silentFunctionStatus = 400
  /// How long the cloud waits before it calls a device offline. Not documented
  /// (particle:function-wait).
  package var offlineCallDelay: Duration = .zero
  /// The same for a device that is online and does not answer. Not documented
  /// (particle:function-wait).
  package var functionTimeoutDelay: Duration = .zero

  /// The time limit of an integration's request (particle:hook-timeout).
  package var hookTimeout: Duration = .seconds(20)
  /// Whether an integration sends an event only after it has done with the one before. The real
  /// cloud's order is not documented (particle:hook-order); Blynk keeps what comes last, so an
  /// older value that overtakes a newer one would stay.
  package var hooksInOrder = true
  /// Waits before a failed request is sent again. Three attempts are spoken of, but no times
  /// (particle:hook-retries).
  package var hookRetryDelays: [Duration] = []
  /// Errors in a row after which a target's host is left alone, as in a text of 2016; today's rule
  /// is not documented (particle:hook-throttle).
  package var hookErrorsBeforeSleep = 10
  /// How long it is left alone: "a few seconds without errors" (particle:hook-throttle).
  package var hookSleep: Duration = .seconds(5)
  /// Waits before an event is tried again that came during such a sleep. The pages contradict each
  /// other: discarded, or tried after 30 s and after a minute (particle:hook-asleep).
  package var hookSleepRetryDelays: [Duration] = []
  /// Longer replies of a hook's target are cut (particle:hook-response).
  package var hookResponseLimitBytes = 100_000
  /// The size of a response event (particle:hook-response).
  package var hookChunkBytes = 512
  /// Hooks an account may have; nil for any number. Today's is not documented
  /// (particle:hook-too-many).
  package var integrationLimit: Int?
  /// Whether an event's own keys hide `PARTICLE_…` names. Not documented
  /// (particle:template-precedence).
  package var eventKeysWin = true
  /// Whether events published through the API fire hooks. Not documented in so many words
  /// (particle:hook-of-api-events).
  package var apiEventsFireHooks = true
  /// Whether `hook-sent` comes before `hook-error` too: not settled by the docs
  /// (particle:hook-sent-and-error).
  package var hookSentBeforeError = false
  /// Texts on the stream for a target that cannot be reached, or is silent. Not documented; these
  /// are the console's codes (particle:hook-error-codes).
  package var hookUnreachableText = "ETIMEDOUT"
  /// The other one: the target takes the request and says nothing.
  package var hookSilentText = "ESOCKETTIMEDOUT"
  /// Entries kept of successes, and of errors (particle:hook-log-length).
  package var hookLogLimit = 10

  /// The organization that the account belongs to; nil for none, as of most people's.
  package var organization: String?
  /// How many devices the account has at least. The further ones are as they came from the factory.
  package var deviceCount = 1
  /// Device OS of devices and builds, and when nothing else is asked for
  /// (particle:device-fields, particle:compile-reply).
  package var deviceOS = "6.1.1"
  /// Status of a compilation that failed: recorded in 2015, not documented for today
  /// (particle:compile-refused).
  package var compileFailureStatus = 406
  /// How long a compiled binary is kept (particle:binary-fetch).
  package var binaryLifetime: Duration = .seconds(86_400)
  /// Binaries kept at once; the oldest goes first. Not documented.
  package var binaryLimit = 20

  /// Status over a rate limit; its body is not documented (particle:rate-limit-reply).
  package var rateLimitStatus = 429
  /// Status when Particle itself fails; its body is not documented (particle:status-codes).
  package var cloudErrorStatus = 500
  /// Status of a refusal for a reason of Particle's own, such as an account that is barred. Neither
  /// it nor the words are documented.
  package var refusedStatus = 400

  /// The documented numbers, and our choice where there are none.
  package init() {}
}
