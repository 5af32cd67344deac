/// From the facts to the report.
extension TripJudge {
  static func report(_ facts: TripFacts, started: String) -> TripReport {
    let finding = finding(facts)
    let verdict: Verdict =
      finding == nil
      ? .pass : finding?.couldNotAsk == true || facts.isInterrupted ? .inconclusive : .fail
    var report = TripReport(
      setup: facts.plan.setup, started: started, verdict: verdict, sent: facts.sent.map(Int.init),
      returned: returned(facts), totalMs: end(facts).flatMap(facts.milliseconds),
      legs: Leg.allCases.map { leg(facts, finding, $0) })
    report.failedLeg = verdict == .fail ? finding?.leg : nil
    report.cause = facts.isInterrupted ? nil : finding?.cause
    report.candidates = finding?.candidates ?? []
    // A hook that was lost on the way is another matter than a cloud that did not answer us.
    let isLost = report.cause == .timeout && report.failedLeg == .forward
    report.section = isLost ? ReportSection.testing.rawValue : report.cause?.section?.rawValue
    report.fix = isLost ? lostFix : report.cause?.fix
    report.warnings = warnings(facts)
    report.cost = cost(facts)
    report.webhookCalls = facts.switchWrites
    report.interrupted = facts.isInterrupted
    report.switchState = switchState(facts)
    return report
  }

  private static func switchState(_ facts: TripFacts) -> SwitchState {
    if facts.restoring.value != nil { return .putBack(facts.switchBefore) }
    return facts.mustRestore ? .astray(from: facts.switchBefore) : .untouched
  }

  private static let lostFix =
    "Try again; if it stays so, look at the log of Particle's integration."

  /// All that the trip causes, whether it was waited for or not: what the restoring write sets off
  /// on its way back is as much as the trip's own value did.
  static func cost(_ facts: TripFacts) -> TripCost {
    var cost = facts.cost
    guard facts.plan.kind != .up else { return cost }
    // Blynk's webhook shows in the event it causes: a call of the function each.
    cost.particleOperations += [facts.reply, facts.settleEvent].compactMap { $0 }.count
    if facts.proof != nil, facts.restoring.value != nil {
      if facts.settleEvent == nil { cost.particleOperations += 2 }
      if !facts.isRestoreForwarded {
        cost.particleOperations += 1
        cost.blynkMessages += 1
      }
    }
    return cost
  }

  /// What came back: to Blynk, or in half a trip to us.
  private static func returned(_ facts: TripFacts) -> Int? {
    if facts.plan.kind == .down, facts.reply != nil { return facts.sent.map(Int.init) }
    return (facts.proof ?? facts.readings.last)?.echo.map(Int.init)
  }

  /// When it was proven; nobody knows how long after a person's turn that is.
  private static func end(_ facts: TripFacts) -> Duration? {
    switch facts.plan.kind {
    case .whole, .up: facts.proof?.at
    case .down: facts.reply?.at ?? facts.proof?.at
    case .byHand: nil
    }
  }

  private static func leg(_ facts: TripFacts, _ finding: Finding?, _ leg: Leg) -> LegReport {
    if !facts.plan.kind.legs.contains(leg) {
      return LegReport(name: leg, status: .skipped, evidence: LegReport.unasked)
    }
    if let finding {
      if leg > finding.leg { return LegReport(name: leg, status: .skipped) }
      if leg == finding.leg {
        let status: LegStatus = finding.couldNotAsk || facts.isInterrupted ? .unknown : .fail
        return LegReport(name: leg, status: status, evidence: finding.evidence)
      }
      if finding.unseen.contains(leg) {
        return LegReport(name: leg, status: .unknown, evidence: "nobody could see it")
      }
    }
    return passed(facts, leg)
  }

  private static func passed(_ facts: TripFacts, _ leg: Leg) -> LegReport {
    let seen = sight(facts, leg)
    // A person's turn has no time; the clock starts with the first that is seen of it.
    let isTimed = facts.plan.kind != .byHand || leg > .call
    return LegReport(
      name: leg, status: .pass, ms: isTimed ? seen.at.flatMap(facts.milliseconds) : nil,
      evidence: seen.evidence)
  }

  private static func sight(_ facts: TripFacts, _ leg: Leg) -> (at: Duration?, evidence: String) {
    let plan = facts.plan
    let sent = facts.sent ?? 0
    let proven = "not seen itself; proven by what Blynk shows"
    switch leg {
    case .write:
      let isTurn = plan.kind == .byHand
      return (
        facts.writing.value,
        isTurn
          ? "you turned \(plan.switchPin) to \(sent)" : "Blynk took \(plan.switchPin) = \(sent)"
      )
    case .call:
      guard let event = facts.reply ?? facts.misnamed?.sighting else { return (nil, proven) }
      return (event.at, "the device moved to \(sent)")
    case .publish:
      guard let reply = facts.reply else { return (nil, proven) }
      let seen = "\(plan.event) with v\(plan.echoPin.number) = \(sent)"
      return (reply.at, reply.publishedAt.map { "\(seen) at \($0)" } ?? seen)
    case .forward:
      guard let hook = facts.hookSent else { return (nil, proven) }
      return (hook.at, "hook-sent/\(plan.event)")
    case .read:
      guard let proof = facts.proof else { return (nil, "") }
      return (
        proof.at,
        "\(plan.echoPin) = \(sent), \(plan.timePin) = \(proof.time ?? "empty"), "
          + "\(plan.counterPin) = \(proof.counter.map(shown) ?? "empty")"
      )
    }
  }
}

extension TripJudge {
  private static func shown(_ number: Double) -> String {
    Int64(exactly: number).map { "\($0)" } ?? "\(number)"
  }
}

extension TripFacts {
  /// Milliseconds from the write to then, to a tenth.
  func milliseconds(_ then: Duration) -> Double? {
    wroteAt.map { start in
      let parts = (then - start).components
      let tenths = parts.seconds * 10_000 + parts.attoseconds / 100_000_000_000_000
      return Double(tenths) / 10
    }
  }
}
