/// What a round trip cost, as far as it was seen.
package struct TripCost: Sendable, Equatable, Codable {
  /// Of the month's quota: our requests, and the writes of Particle's integration
  /// (blynk:limit-messages).
  package var blynkMessages = 0
  /// Data operations: function calls, variable reads, publishes, webhook runs
  /// (particle:data-operations).
  package var particleOperations = 0
  /// HTTP requests sent from here, the stream not among them.
  package var requests = 0

  /// Of a whole trip on which nothing is late: read, write, read, put back, and what the
  /// integration sends on twice; for Particle a call, a publish and a run of the integration,
  /// twice.
  package static let clean = TripCost(blynkMessages: 6, particleOperations: 6, requests: 6)

  /// Costs nothing, unless told otherwise.
  package init(blynkMessages: Int = 0, particleOperations: Int = 0, requests: Int = 0) {
    self.blynkMessages = blynkMessages
    self.particleOperations = particleOperations
    self.requests = requests
  }

  enum CodingKeys: String, CodingKey {
    case requests
    case blynkMessages = "blynk_messages"
    case particleOperations = "particle_operations"
  }

  /// What two trips cost together.
  package static func + (left: TripCost, right: TripCost) -> TripCost {
    TripCost(
      blynkMessages: left.blynkMessages + right.blynkMessages,
      particleOperations: left.particleOperations + right.particleOperations,
      requests: left.requests + right.requests)
  }
}
