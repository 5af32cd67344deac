import Foundation
import TestSupport
import Testing

@testable import Trips

@Suite("When the next trip may begin")
struct TripPaceTests {
  private let now = Date(timeIntervalSince1970: 1_000_000)

  /// Calls so many seconds ago, oldest first.
  private func pace(_ limit: Int, _ ages: [TimeInterval]) -> TripPace {
    TripPace(limit: limit, recent: ages.sorted(by: >).map { now.addingTimeInterval(-$0) })
  }

  @Test("below the limit there is nothing to wait for")
  func below() {
    #expect(pace(10, []).wait(for: 2, now: now) == nil)
    #expect(pace(10, [1, 2, 3, 4, 5, 6, 7, 8]).wait(for: 2, now: now) == nil)
  }

  @Test("at the limit it waits until enough calls are a minute old, with a margin")
  func above() {
    #expect(pace(10, [50, 40, 30, 20, 10, 5, 4, 3, 2]).wait(for: 2, now: now) == 15)
    #expect(pace(10, [50, 40, 30, 20, 10, 5, 4, 3, 2, 1]).wait(for: 2, now: now) == 25)
    #expect(pace(1, [30]).wait(for: 1, now: now) == 35)
  }

  @Test("no limit, and a plan that one trip alone exceeds, never wait for ever")
  func edges() {
    #expect(pace(0, Array(repeating: 1, count: 50)).wait(for: 2, now: now) == nil)
    #expect(pace(1, []).wait(for: 2, now: now) == nil)
    #expect(pace(1, [20]).wait(for: 2, now: now) == 45)
    #expect(pace(10, Array(repeating: 65, count: 10)).wait(for: 2, now: now) == nil)
  }

  @Test("why it waits fits on the line that counts down")
  func cause() {
    #expect(pace(10, []).cause == "Blynk takes 10 webhook calls a minute; the next trip waits")
  }

  @Test("calls of the future, left by a clock that was wrong, make nobody wait")
  func future() {
    let ahead = Array(repeating: TimeInterval(-90 * 86_400), count: 10)
    #expect(pace(10, ahead).wait(for: 2, now: now) == nil)
    #expect(pace(2, [30] + ahead).wait(for: 2, now: now) == 35)
    #expect(pace(1, [0]).wait(for: 2, now: now) == 65)
  }

  @Test("after the wait the trip is within the limit, and a moment earlier it is not")
  func enough() throws {
    var chance = Seeded(seed: 5)
    for _ in 0..<500 {
      let limit = 2 + chance.below(10)
      let ages = (0..<chance.below(15)).map { _ in TimeInterval(chance.below(600)) / 10 }
      guard let wait = pace(limit, ages).wait(for: 2, now: now) else {
        #expect(ages.count { $0 < 65 } + 2 <= limit || ages.isEmpty)
        continue
      }
      #expect(wait > 0 && wait <= 65)
      // Moments are held as seconds since 2001, to a few ten millionths.
      #expect(ages.count { $0 + wait < 64.999 } + 2 <= limit)
      #expect(ages.count { $0 + wait - 0.01 < 65 } + 2 > limit)
    }
  }
}
