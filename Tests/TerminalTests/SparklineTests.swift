import Testing

@testable import Terminal

@Suite("Rows of bars")
struct SparklineTests {
  @Test("bars are as high as their share of the highest; what is lost or open has a sign")
  func text() {
    let line = Sparkline([.value(0), .value(5), .lost, .value(10), .open])
    #expect(line.text(unicode: true) == "▁▅×█·")
    #expect(line.text(unicode: false) == "_=x#?")
    #expect(line.highest == 10)
  }

  @Test("nothing, and nothing but zeros, have no height to share")
  func flat() {
    #expect(Sparkline([]).text(unicode: true) == "")
    #expect(Sparkline([.value(0), .value(0)]).text(unicode: true) == "▁▁")
    #expect(Sparkline([.lost]).highest == nil)
  }

  @Test("a higher value never has a lower bar")
  func order() {
    let values = (0...100).map { Double($0) }
    let bars = Array(Sparkline(values.map { .value($0) }).text(unicode: true))
    #expect(bars.count == values.count)
    #expect(zip(bars, bars.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(Set(bars).count == 8)
  }
}
