import Testing

@testable import Trips

@Suite("What Particle may still be asked")
struct SlidingWindowTests {
  @Test("room is kept until the limit, given back, and what was made of it counts on")
  func keeping() {
    var window = SlidingWindow(limit: 10)
    let first = [window.keep(6, at: 0), window.keep(5, at: 0)]
    #expect(first == [true, false])
    for _ in 0..<3 { window.note(at: 1) }
    window.release(6)
    #expect(window.count == 3)
    let second = [window.keep(7, at: 2), window.keep(1, at: 2)]
    #expect(second == [true, false])
  }

  @Test("a call counts until it is five minutes old")
  func forgetting() {
    var window = SlidingWindow(limit: 2)
    window.note(at: 0)
    window.note(at: 10)
    let kept = [300, 301, 310, 311].map { window.keep(1, at: $0) }
    #expect(kept == [false, true, false, true])
  }

  @Test("no limit is never reached, and its calls are forgotten too")
  func endless() {
    var window = SlidingWindow(limit: 0)
    for second in 0..<2_000 { for _ in 0..<5 { window.note(at: second) } }
    #expect(window.count == 301 * 5)
    let isKept = window.keep(1_000_000, at: 2_000)
    #expect(isKept)
  }
}
