import BlynkAPI

/// The four pins as Blynk showed them at one moment.
struct Reading: Sendable, Equatable {
  var switchValue: Int64?
  var echo: Int64?
  /// ISO 8601, by Particle's clock.
  var time: String?
  var counter: Double?
  /// Since the trip began.
  var at: Duration

  init(_ values: [Pin: BlynkValue], _ plan: TripPlan, at: Duration) {
    switchValue = values[plan.switchPin]?.integer
    echo = values[plan.echoPin]?.integer
    time = values[plan.timePin]?.text
    counter = values[plan.counterPin]?.number
    self.at = at
  }
}
