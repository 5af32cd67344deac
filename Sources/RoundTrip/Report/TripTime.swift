import Core

/// Times as a person reads them.
package enum TripTime {
  /// `0.4 ms`, `12 ms`, `1.2 s`; a dash for what was not seen.
  package static func words(_ milliseconds: Double?) -> Phrase {
    guard let milliseconds, milliseconds.isFinite, abs(milliseconds) < 1e12 else { return "–" }
    switch milliseconds {
    case ..<10: return "\(tenths(milliseconds)) ms"
    case ..<1000: return "\(Int(milliseconds.rounded())) ms"
    default: return "\(tenths(milliseconds / 1000)) s"
    }
  }

  /// Seconds with three decimals, for programs: Jenkins' JUnit schema takes no more.
  package static func seconds(_ milliseconds: Double) -> String {
    guard milliseconds.isFinite, milliseconds > 0, milliseconds < 1e12 else { return "0.000" }
    let whole = Int(milliseconds.rounded())
    let fraction = "\(whole % 1000)"
    return "\(whole / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  private static func tenths(_ value: Double) -> Phrase {
    let scaled = Int((value * 10).rounded())
    return Phrase(decimal: "\(scaled / 10).\(scaled % 10)")
  }
}
