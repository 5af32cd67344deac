import Core
import HTTP

extension ParticleCloud {
  /// Opens the stream of everything that the account's devices and integrations say
  /// (particle:stream-paths, particle:hook-where-shown); `hook-sent` and its kin show only here,
  /// not on a device's own stream.
  ///
  /// - Parameters:
  ///   - device: only what this device says; nil for all.
  ///   - prefix: only events whose names begin so, by case (particle:stream-filter).
  ///
  /// Nothing is sent before the first `next()`. Ending the iteration closes the connection. A
  /// refusal is thrown as `ParticleError`. At most 100 openings in 5 minutes from one address
  /// (particle:stream-limits).
  package func events(of device: String? = nil, prefix: String? = nil) -> EventFeed {
    let all = product == nil ? ["devices", "events"] : scope + ["events"]
    let path = device.map { scope + ["devices", $0, "events"] } ?? all
    let request = request(.get, path + (prefix.map { [$0] } ?? []))
    return EventFeed(request: request, parts: transport.stream(request))
  }
}
