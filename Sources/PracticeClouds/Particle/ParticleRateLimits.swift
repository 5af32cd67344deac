/// How many calls Particle's practice cloud takes in a window of time; nil takes any number
/// (particle:rate-limits). The real ones are counted by IP address; here every caller has the same.
package struct ParticleRateLimits: Sendable, Equatable {
  /// Seconds in which calls are counted: five minutes.
  package var windowSeconds = 300.0
  /// Any route.
  package var any: Int?
  /// `POST /oauth/token`, and `/v1/access_tokens`.
  package var tokens: Int?
  /// Opening an event stream.
  package var streams: Int?

  /// No limits: any number of calls is taken.
  package init() {}

  /// The documented numbers.
  package static var documented: ParticleRateLimits {
    var limits = ParticleRateLimits()
    (limits.any, limits.tokens, limits.streams) = (10_000, 100, 100)
    return limits
  }
}
