/// A row of numbers as a row of bars, oldest first.
package struct Sparkline: Sendable, Equatable {
  /// One number of the row, or why there is none.
  package enum Mark: Sendable, Equatable {
    /// A bar as high as its share of the highest; not negative.
    case value(Double)
    /// What should have had a value and has none.
    case lost
    /// What nobody knows.
    case open
  }

  /// Oldest first, a sign for each.
  package let marks: [Mark]

  /// A row of these; the highest of them is a full bar.
  package init(_ marks: [Mark]) { self.marks = marks }

  /// The highest value; nil when there is none.
  package var highest: Double? {
    marks.compactMap { if case .value(let value) = $0 { value } else { nil } }.max()
  }

  /// - Parameter unicode: signs outside ASCII may be used.
  package func text(unicode: Bool) -> String {
    let bars: [Character] = unicode ? Array("▁▂▃▄▅▆▇█") : Array("_.-:=+*#")
    let top = highest ?? 0
    return String(
      marks.map { mark -> Character in
        switch mark {
        case .value(let value):
          let share = top > 0 ? max(0, value) / top : 0
          return bars[min(bars.count - 1, Int(share * Double(bars.count)))]
        case .lost: return unicode ? "×" : "x"
        case .open: return unicode ? "·" : "?"
        }
      })
  }
}
