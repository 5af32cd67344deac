/// One event of the account's stream (particle:event-keys).
package struct CloudEvent: Sendable, Equatable {
  /// From the `event:` line; the JSON does not repeat it.
  package var name: String
  /// Empty when there was none. It may hold a Blynk AuthToken: scrub before showing.
  package var data: String
  /// ISO 8601 in UTC, by Particle's clock.
  package var publishedAt: String?
  /// A device id, `api` or `particle-internal`.
  package var coreID: String?

  /// An event of these parts; the stream's own are read from its JSON.
  package init(name: String, data: String, publishedAt: String? = nil, coreID: String? = nil) {
    self.name = name
    self.data = data
    self.publishedAt = publishedAt
    self.coreID = coreID
  }
}
