/// What the sheet leaves open about Particle's cloud (particle-cloud §14), and its numbers.
package struct ParticlePracticeSettings: Sendable {
  /// What the practice account's owner logs in with.
  package var username = "practice@example.com"
  package var password = "practice"
  /// Client pairs that may ask for tokens (§2.1).
  package var clients = ["particle": "particle", "particle-api": "particle-api"]
  /// Seconds a token lives when nothing else is asked for: 90 days (§2.1).
  package var tokenLifetimeSeconds = 7_776_000

  /// Silence on an event stream after which a blank line is sent. Bytes and interval are not
  /// documented; the official client drops a stream that is silent for 15 s (§5.3, §5.4).
  package var keepAliveInterval: Duration = .seconds(9)
  /// Events that wait for a slow client before new ones are lost. Not documented; delivery is best
  /// effort (§5.5).
  package var streamQueueLimit = 1024
  /// Streams open at once (§5.5). What comes over it is not documented.
  package var streamLimit = 100
  /// Whether `ttl` travels as text: `"60"` in the reference, 60 in newer samples (§5.3).
  package var ttlIsText = false
  /// The `coreid` of events published through the API (§5.1).
  package var apiCoreID = "api"

  /// Which name wins when a call has both. Not documented (§3.7).
  package var argumentNames = ["arg", "args"]
  /// How long the cloud waits before it calls a device offline. Not documented (§3.7).
  package var offlineCallDelay: Duration = .zero
  /// The same for a device that is online and does not answer. Not documented (§3.7).
  package var functionTimeoutDelay: Duration = .zero

  /// The time limit of an integration's request (§6.9).
  package var hookTimeout: Duration = .seconds(20)
  /// Longer replies of a hook's target are cut (§6.8).
  package var hookResponseLimitBytes = 100_000
  /// The size of a response event (§6.8).
  package var hookChunkBytes = 512
  /// Whether an event's own keys hide `PARTICLE_…` names. Not documented (§6.7).
  package var eventKeysWin = true
  /// Whether events published through the API fire hooks. Not documented in so many words (§6.5).
  package var apiEventsFireHooks = true
  /// Whether `hook-sent` comes before `hook-error` too: not settled by the docs (§7).
  package var hookSentBeforeError = false
  /// Texts on the stream for a target that cannot be reached, or is silent. Not documented; these
  /// are the console's codes (§6.8).
  package var hookUnreachableText = "ETIMEDOUT"
  package var hookSilentText = "ESOCKETTIMEDOUT"
  /// Entries kept of successes, and of errors (§6.9).
  package var hookLogLimit = 10

  /// Status over a rate limit; its body is not documented (§10).
  package var rateLimitStatus = 429
  /// Status when Particle itself fails; its body is not documented (§1.1).
  package var cloudErrorStatus = 500

  package init() {}
}
