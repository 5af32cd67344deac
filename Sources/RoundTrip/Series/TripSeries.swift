import Ground

/// The trips of one run, in the order in which they were made: `test --count`, `test --watch`.
package struct TripSeries: Sendable, Equatable {
  package let setup: String
  package let limits: TripLimits
  /// In order; each with a warning where it took longer than the limits allow.
  package private(set) var trips: [TripReport] = []
  /// The run was ended before it was through.
  package var isCalledOff = false

  package init(setup: String, limits: TripLimits = TripLimits(), trips: [TripReport] = []) {
    self.setup = setup
    self.limits = limits
    for trip in trips { add(trip) }
  }

  /// - Returns: the trip as it is kept, with its warnings.
  @discardableResult
  package mutating func add(_ trip: TripReport) -> TripReport {
    let marked = limits.marked(trip)
    trips.append(marked)
    // One that had its proof already answers what was asked.
    isCalledOff = isCalledOff || (trip.interrupted && trip.verdict != .pass)
    return marked
  }

  /// How many ended with a verdict.
  package func count(_ verdict: Verdict) -> Int { trips.count { $0.verdict == verdict } }

  /// The trips whose value did not come back. Where nobody could ask, nothing is known to be lost.
  package var losses: Int { count(.fail) }

  /// How many took longer than they may.
  package var excesses: Int { trips.count { !limits.excesses(of: $0).isEmpty } }

  /// Of all trips together: a failed one fails it, and one that says nothing leaves it open.
  package var verdict: Verdict {
    if losses > 0 { return .fail }
    return count(.inconclusive) > 0 || trips.isEmpty ? .inconclusive : .pass
  }

  /// How a program ends that ran it; nil when all of it holds.
  package var outcome: Problem.Outcome? {
    if isCalledOff { return .interrupted }
    if losses > 0 || excesses > 0 { return .finding }
    return verdict == .pass ? nil : .couldNotAsk
  }

  /// How long a part took over all trips, and how often it was lost.
  package func latency(of span: TripSpan) -> LatencySummary {
    let statuses = trips.map { $0.status(of: span) }
    let lost = statuses.count { $0 == .fail }
    return LatencySummary(
      trips.compactMap { $0.milliseconds(of: span) },
      judged: lost + statuses.count { $0 == .pass }, lost: lost)
  }
}
