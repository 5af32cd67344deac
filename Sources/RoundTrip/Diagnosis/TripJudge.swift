/// Names the first broken leg and its cause, from the facts alone; never finer than they are.
enum TripJudge {
  /// Nil when the value made the whole trip.
  static func finding(_ facts: TripFacts) -> Finding? {
    let forward = ForwardRule(facts: facts)
    if facts.isProven { return forward.fixedEcho }
    if facts.plan.kind == .up { return PublishRule(facts: facts).pushed ?? forward.finding }
    return WriteRule(facts: facts).finding ?? CallRule(facts: facts).finding ?? forward.finding
  }

  /// Why the trip has to be made once more before anything is blamed; nil when it need not.
  static func again(_ facts: TripFacts) -> RetryReason? {
    guard !facts.isProven, !facts.isSecondAttempt, !facts.isInterrupted,
      facts.restoring.value != nil
    else { return nil }
    guard facts.seen.reply == nil else { return facts.isOvertaken ? .overtaken : nil }
    if facts.seen.isAwkward { return .outOfStep }
    return facts.plan.followsWait && facts.seen.directEvent != nil && facts.seen.settleEvent != nil
      ? .lostCall : nil
  }
}
