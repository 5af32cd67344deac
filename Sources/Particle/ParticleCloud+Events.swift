import Ground
import Wire

extension ParticleCloud {
  /// Opens the stream of everything that the account's devices and integrations say
  /// (particle-cloud §5.2); `hook-sent` and its kin show only here, not on a device's own stream.
  ///
  /// Nothing is sent before the first `next()`. Ending the iteration closes the connection. A
  /// refusal is thrown as `ParticleError`. At most 100 openings in 5 minutes from one address
  /// (§10).
  package func events() -> EventFeed {
    let request = request(.get, ["devices", "events"])
    return EventFeed(request: request, parts: transport.stream(request))
  }
}
