import Core

/// The trips of one run, in the order in which they were made: `test --count`, `test --watch`.
package struct TripSeries: Sendable, Equatable {
  /// The setup's name; all trips are its own.
  package let setup: String
  /// What each trip is held against as it is added.
  package let limits: TripLimits
  /// In order, the newest of them; each with a warning where it took longer than the limits allow.
  package private(set) var trips: [TripReport] = []
  /// How many there were in all.
  package private(set) var made = 0
  /// The run was ended before it was through.
  package var isCalledOff = false

  private var verdicts: [Verdict: Int] = [:]

  /// How many took longer than they may.
  package private(set) var excesses = 0

  /// More than these are counted and not kept: a watch may go on for years.
  package static let keptLimit = 2_000

  /// A series that begins with these trips, each marked where it took longer than it may.
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
    if trips.count > TripSeries.keptLimit { trips.removeFirst() }
    made += 1
    verdicts[marked.verdict, default: 0] += 1
    if !limits.excesses(of: marked).isEmpty { excesses += 1 }
    // One that had its proof already answers what was asked.
    isCalledOff = isCalledOff || (trip.interrupted && trip.verdict != .pass)
    return marked
  }

  /// How many ended with a verdict.
  package func count(_ verdict: Verdict) -> Int { verdicts[verdict, default: 0] }

  /// The trips whose value did not come back. Where nobody could ask, nothing is known to be lost.
  package var losses: Int { count(.fail) }

  /// Of all trips together: a failed one fails it, and one that says nothing leaves it open.
  package var verdict: Verdict {
    if losses > 0 { return .fail }
    return count(.inconclusive) > 0 || made == 0 ? .inconclusive : .pass
  }

  /// How a program ends that ran it; nil when all of it holds.
  package var outcome: Problem.Outcome? {
    if isCalledOff { return .interrupted }
    if losses > 0 || excesses > 0 { return .finding }
    return verdict == .pass ? nil : .couldNotAsk
  }

  /// How long a part took over the trips that are kept, and how often it was lost.
  package func latency(of span: TripSpan) -> LatencySummary {
    let statuses = trips.map { $0.status(of: span) }
    let lost = statuses.count { $0 == .fail }
    return LatencySummary(
      trips.compactMap { $0.milliseconds(of: span) },
      judged: lost + statuses.count { $0 == .pass }, lost: lost)
  }
}
