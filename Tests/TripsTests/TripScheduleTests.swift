import TestSupport
import Testing

@testable import Trips

@Suite("When the next trip of many is due")
struct TripScheduleTests {
  @Test("the first one at once, the next one an interval after the last one's start")
  func rest() {
    let schedule = TripSchedule(count: 3, interval: .seconds(10))
    #expect(schedule.rest(since: nil) == nil)
    #expect(schedule.rest(since: .zero) == .seconds(10))
    #expect(schedule.rest(since: .seconds(4)) == .seconds(6))
    #expect(schedule.rest(since: .seconds(10)) == nil)
    #expect(TripSchedule().rest(since: .zero) == nil)
  }

  @Test("it ends with the last one, or never")
  func end() {
    #expect(!TripSchedule(count: 3).isOver(after: 2))
    #expect(TripSchedule(count: 3).isOver(after: 3))
    #expect(!TripSchedule(count: nil).isOver(after: 1_000_000))
  }

  @Test("whatever trips take, starts are never nearer than the interval")
  func starts() {
    var chance = Seeded(seed: 3)
    for _ in 0..<200 {
      let schedule = TripSchedule(count: nil, interval: .milliseconds(chance.below(1_000)))
      var start = Duration.zero
      for _ in 0..<20 {
        let took = Duration.milliseconds(chance.below(1_500))
        let next = start + took + (schedule.rest(since: took) ?? .zero)
        #expect(next - start >= schedule.interval)
        #expect(next - start == max(schedule.interval, took))
        start = next
      }
    }
  }
}
