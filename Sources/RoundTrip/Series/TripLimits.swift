import Core

/// How long trips may take; what takes longer is a finding, though the value came back.
package struct TripLimits: Sendable, Equatable {
  /// From the write to the reading that proves the trip; nil for no limit.
  package var total: Duration?
  /// Of a leg by itself. Call and publish have their time in common, see `TripSpan`.
  package var legs: [Leg: Duration]

  /// No limits, unless some are given.
  package init(total: Duration? = nil, legs: [Leg: Duration] = [:]) {
    self.total = total
    self.legs = legs
  }

  /// The warning's code.
  package static let code = "over-limit"

  /// What took longer than it may, a sentence each, legs in order and the total last.
  package func excesses(of report: TripReport) -> [Phrase] {
    let legs = Leg.allCases.compactMap { leg in
      excess(report.milliseconds(of: TripSpan(leg)), self.legs[leg], TripLimits.name(leg))
    }
    return legs + [excess(report.totalMs, total, "The trip")].compactMap { $0 }
  }

  /// The report with a warning for each excess, once.
  package func marked(_ report: TripReport) -> TripReport {
    var marked = report
    marked.warnings.removeAll { $0.english.hasPrefix(TripLimits.code) }
    marked.warnings += excesses(of: report).map { "\(TripLimits.code): \($0)" }
    return marked
  }

  private func excess(_ took: Double?, _ limit: Duration?, _ name: Phrase) -> Phrase? {
    guard let took, let limit, took > limit / .milliseconds(1) else { return nil }
    return "\(name) took \(TripLimits.words(took)); \(TripLimits.words(limit / .milliseconds(1)))"
      + " are allowed."
  }

  private static func name(_ leg: Leg) -> Phrase {
    switch leg {
    case .call, .publish: "Call and publish, seen by one event,"
    case .write, .forward, .read: "The leg \(leg.rawValue)"
    }
  }

  private static func words(_ milliseconds: Double) -> Phrase {
    let text = JSONLine.number((milliseconds * 10).rounded() / 10).written
    return "\(Phrase(decimal: text)) ms"
  }
}

extension TripReport {
  /// Whether it took longer than it was allowed to.
  package var isOverLimit: Bool {
    warnings.contains { $0.english.hasPrefix("\(TripLimits.code):") }
  }
}
