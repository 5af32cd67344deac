import ParticleAPI

/// What of the stream's events is kept.
struct EventIntake {
  private let plan: TripPlan
  private var own = 0
  private var hooks = 0
  private var others = 0

  init(_ plan: TripPlan) { self.plan = plan }

  /// Nil for what has nothing to do with the trip, and where there is no room for it: a loud
  /// account may not drown our own device.
  mutating func take(_ event: CloudEvent, at time: Duration) -> ObservedEvent? {
    guard
      let sighting = ObservedEvent(event, plan, at: time, isOurToken: plan.isOurToken)
    else { return nil }
    let kind =
      switch sighting.kind {
      case .device, .unreadable, .otherName: \EventIntake.own
      case .hookSent, .hookError: \EventIntake.hooks
      case .otherDevice: \EventIntake.others
      }
    self[keyPath: kind] += 1
    return self[keyPath: kind] <= EventIntake.limit ? sighting : nil
  }

  /// More events of a kind than a trip can have to do with are not kept.
  static let limit = 1_000
}
