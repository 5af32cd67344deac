/// What the sheet leaves open about Particle's cloud (particle-cloud §14), and its numbers.
package struct ParticlePracticeSettings: Sendable {
  /// What the practice account's owner logs in with; each start has a password of its own.
  package var login = PracticeLogin()
  /// Client pairs that may ask for tokens with a login, with their own secret only (§2.1). They are
  /// known to everybody: a client that asks for itself, without a login, has the password as its
  /// secret.
  package var clients = ["particle": "particle", "particle-api": "particle-api"]
  /// Whether any other pair does, too. The reference's page of 2021 says that any client ID will
  /// work, and each version of the CLI brings a pair of its own (§2.1).
  package var takesAnyClient = true
  /// The account's second factor: the six digits that its owner's app shows, always the same ones.
  /// Nil is an account without (§2.1).
  package var otp: String?
  /// Wrong passwords in a row after which nobody may log in, and for how long (§2.1).
  package var loginFailureLimit = 10
  /// How long nobody may log in then (§2.1).
  package var loginBar: Duration = .seconds(1800)
  /// Seconds a token lives when nothing else is asked for: 90 days (§2.1).
  package var tokenLifetimeSeconds = 7_776_000

  /// Silence on an event stream after which a blank line is sent. Bytes and interval are not
  /// documented; the official client drops a stream that is silent for 15 s (§5.3, §5.4).
  package var keepAliveInterval: Duration = .seconds(9)
  /// Events that wait for a slow client; one more ends its stream, so that it knows. What the real
  /// cloud does is not documented; delivery is best effort (§5.5).
  package var streamQueueLimit = 1024
  /// Streams open at once (§5.5). What comes over it is not documented.
  package var streamLimit = 100
  /// Status over a limit of streams: the prose on streams says 529, the general part 429 (§5.5).
  package var streamLimitStatus = 429
  /// Calls that are taken in five minutes. Without a limit from the start, as practice is shared
  /// with nobody; `.documented` has the real ones.
  package var rateLimits = ParticleRateLimits()
  /// Whether `ttl` travels as text: `"60"` in the reference, 60 in newer samples (§5.3).
  package var ttlIsText = false
  /// The `coreid` of events published through the API (§5.1).
  package var apiCoreID = "api"
  /// Whether product streams carry `userid`, `version`, `public` and `productID`, as newer samples
  /// do (§5.3).
  package var productEventsCarryMore = true
  /// How long the lever `event-reordered` holds an event back when no other follows.
  package var reorderHold: Duration = .seconds(1)

  /// Which name wins when a call has both. Not documented (§3.7).
  package var argumentNames = ["arg", "args"]
  /// Status for a function of a silent device: recorded as 400, documented as 408 (§3.7).
  package var silentFunctionStatus = 400
  /// How long the cloud waits before it calls a device offline. Not documented (§3.7).
  package var offlineCallDelay: Duration = .zero
  /// The same for a device that is online and does not answer. Not documented (§3.7).
  package var functionTimeoutDelay: Duration = .zero

  /// The time limit of an integration's request (§6.9).
  package var hookTimeout: Duration = .seconds(20)
  /// Whether an integration sends an event only after it has done with the one before. The real
  /// cloud's order is not documented (§6.9); Blynk keeps what comes last, so an older value that
  /// overtakes a newer one would stay.
  package var hooksInOrder = true
  /// Waits before a failed request is sent again. Three attempts are spoken of, but no times
  /// (§6.9).
  package var hookRetryDelays: [Duration] = []
  /// Errors in a row after which a target's host is left alone, as in a text of 2016; today's rule
  /// is not documented (§6.9).
  package var hookErrorsBeforeSleep = 10
  /// How long it is left alone: "a few seconds without errors" (§6.9).
  package var hookSleep: Duration = .seconds(5)
  /// Waits before an event is tried again that came during such a sleep. The pages contradict each
  /// other: discarded, or tried after 30 s and after a minute (§6.9).
  package var hookSleepRetryDelays: [Duration] = []
  /// Longer replies of a hook's target are cut (§6.8).
  package var hookResponseLimitBytes = 100_000
  /// The size of a response event (§6.8).
  package var hookChunkBytes = 512
  /// Hooks an account may have; nil for any number. Today's is not documented (§6.1).
  package var integrationLimit: Int?
  /// Whether an event's own keys hide `PARTICLE_…` names. Not documented (§6.7).
  package var eventKeysWin = true
  /// Whether events published through the API fire hooks. Not documented in so many words (§6.5).
  package var apiEventsFireHooks = true
  /// Whether `hook-sent` comes before `hook-error` too: not settled by the docs (§7).
  package var hookSentBeforeError = false
  /// Texts on the stream for a target that cannot be reached, or is silent. Not documented; these
  /// are the console's codes (§6.8).
  package var hookUnreachableText = "ETIMEDOUT"
  /// The other one: the target takes the request and says nothing.
  package var hookSilentText = "ESOCKETTIMEDOUT"
  /// Entries kept of successes, and of errors (§6.9).
  package var hookLogLimit = 10

  /// The organization that the account belongs to; nil for none, as of most people's.
  package var organization: String?
  /// How many devices the account has at least. The further ones are as they came from the factory.
  package var deviceCount = 1
  /// Device OS of devices and builds, and when nothing else is asked for (§3.2, §8.1).
  package var deviceOS = "6.1.1"
  /// Status of a compilation that failed: recorded in 2015, not documented for today (§8.1).
  package var compileFailureStatus = 406
  /// How long a compiled binary is kept (§8.1).
  package var binaryLifetime: Duration = .seconds(86_400)
  /// Binaries kept at once; the oldest goes first. Not documented.
  package var binaryLimit = 20

  /// Status over a rate limit; its body is not documented (§10).
  package var rateLimitStatus = 429
  /// Status when Particle itself fails; its body is not documented (§1.1).
  package var cloudErrorStatus = 500

  /// The documented numbers, and our choice where there are none.
  package init() {}
}
