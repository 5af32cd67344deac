import Foundation
import Testing

@testable import PracticeClouds

@Suite("CallQuota")
struct CallQuotaTests {
  /// Which of calls at these seconds go out.
  private func taken(_ callsPerMinute: Int, at seconds: [Double]) -> [Bool] {
    var quota = CallQuota(limit: callsPerMinute)
    return seconds.map { quota.take(at: Date(timeIntervalSince1970: 1_700_000_000 + $0)) }
  }

  @Test("ten calls fit in a minute, the eleventh is dropped, a minute later there is room again")
  func tenAMinute() {
    let seconds = (0..<10).map(Double.init) + [10, 59.9, 60, 60]
    let expected = Array(repeating: true, count: 10) + [false, false, true, false]
    #expect(taken(10, at: seconds) == expected)
  }

  @Test("a dropped call does not use up a place")
  func dropsAreFree() {
    let expected = [true] + Array(repeating: false, count: 59) + [true]
    #expect(taken(1, at: (0...60).map(Double.init)) == expected)
  }
}
