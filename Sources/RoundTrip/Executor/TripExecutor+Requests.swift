import BlynkAPI
import ParticleAPI

/// What is asked of the clouds and done there, each request counted.
extension TripExecutor {
  /// Asks Blynk something.
  func blynkAsks<Value: Sendable>(_ question: (BlynkCloud) async throws -> Value) async throws
    -> Value
  {
    charge(TripCost(blynkMessages: 1, requests: 1))
    return try await question(blynk)
  }

  /// Writes a pin of Blynk's.
  func blynkWrites(_ value: BlynkValue, to pin: Pin) async throws {
    try await blynkAsks { [clock, plan] blynk in
      try await UncancellableWrite.run(within: plan.timeouts.restore, clock) {
        try await blynk.update(pin, value)
      }
    }
  }

  /// Asks something that is a plain request.
  func answer<Value: Sendable>(
    _ question: @Sendable () async throws -> Value
  ) async -> QueryResult<Value> {
    charge(TripCost(requests: 1))
    do {
      return .said(try await question())
    } catch {
      return .failed(Obstacle(error))
    }
  }

  /// Calls the device's function ourselves.
  func calling(_ value: Int64) async -> QueryResult<Int32> {
    charge(TripCost(particleOperations: 1, requests: 1))
    do {
      let (particle, plan) = (particle, plan)
      let returned = try await UncancellableWrite.run(within: plan.timeouts.restore, clock) {
        try await particle.call(plan.function, on: plan.deviceID, with: "\(value)")
      }
      return .said(returned)
    } catch {
      return .failed(Obstacle(error, .calling))
    }
  }

  /// Calls the function ourselves, as Blynk's webhook would.
  func push(_ value: Int64) async -> QueryResult<Bool> {
    switch await calling(value) {
    case .notAsked: return .notAsked
    case .failed(let obstacle): return .failed(obstacle)
    case .said(let returned):
      if Int64(returned) == value { return .said(true) }
      return .failed(
        Obstacle(
          .functionRefused, "I called \(plan.function)(\(value)) myself: it returned \(returned)."))
    }
  }
}
