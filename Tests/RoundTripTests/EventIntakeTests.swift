import ParticleAPI
import Testing

@testable import RoundTrip

@Suite("What of the event stream is kept")
struct EventIntakeTests {
  @Test("a loud account does not drown our own device")
  func loud() {
    let plan = World.plan
    var intake = EventIntake(plan)
    let others = CloudEvent(name: plan.event, data: "{}", coreID: "e99f")
    var taken = 0
    for _ in 0..<(EventIntake.limit + 5) {
      if intake.take(others, at: .zero) != nil { taken += 1 }
    }
    #expect(taken == EventIntake.limit)
    let own = CloudEvent(name: plan.event, data: #"{"v17":1}"#, coreID: plan.deviceID)
    let sighting = intake.take(own, at: .seconds(1))
    #expect(sighting?.at == .seconds(1))
  }
}
