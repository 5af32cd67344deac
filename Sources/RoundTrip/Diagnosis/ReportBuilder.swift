import Core

/// Makes the report of an attempt from its facts.
struct ReportBuilder {
  let facts: TripFacts

  /// - Parameter started: when the trip began, ISO 8601.
  func report(started: String) -> TripReport {
    let finding = TripJudge.finding(facts)
    let verdict: Verdict =
      finding == nil
      ? .pass : finding?.couldNotAsk == true || facts.isInterrupted ? .inconclusive : .fail
    var report = TripReport(
      setup: facts.plan.setup, started: started, verdict: verdict,
      sent: facts.write.sent.map(Int.init), returned: returned,
      totalMs: end.flatMap(facts.write.milliseconds),
      legs: Leg.allCases.map { leg($0, finding) })
    report.failedLeg = verdict == .fail ? finding?.leg : nil
    report.cause = facts.isInterrupted ? nil : finding?.cause
    report.candidates = finding?.candidates ?? []
    // A hook that was lost on the way is another matter than a cloud that did not answer us.
    let isLost = report.cause == .timeout && report.failedLeg == .forward
    report.section = isLost ? ReportSection.testing.rawValue : report.cause?.section?.rawValue
    report.fix = isLost ? ReportBuilder.lostFix : report.cause?.fix
    report.warnings = TripWarnings(facts: facts).all
    report.cost = cost
    report.webhookCalls = facts.write.count
    report.interrupted = facts.isInterrupted
    report.switchState = switchState
    return report
  }

  private var switchState: SwitchState {
    if facts.restoring.value != nil { return .putBack(facts.switchBefore) }
    return facts.mustRestore ? .astray(from: facts.switchBefore) : .untouched
  }

  private static let lostFix: Phrase =
    "Try again; if it stays so, look at the log of Particle's integration."

  /// All that the trip causes, whether it was waited for or not: what the restoring write sets off
  /// on its way back is as much as the trip's own value did.
  var cost: TripCost {
    var cost = facts.cost
    guard facts.plan.kind != .up else { return cost }
    // Blynk's webhook shows in the event it causes: a call of the function each.
    cost.particleOperations += [facts.seen.reply, facts.seen.settleEvent].compactMap { $0 }.count
    if facts.proof != nil, facts.restoring.value != nil {
      if facts.seen.settleEvent == nil { cost.particleOperations += 2 }
      if !facts.events.isRestoreForwarded {
        cost.particleOperations += 1
        cost.blynkMessages += 1
      }
    }
    return cost
  }

  /// What came back: to Blynk, or in half a trip to us.
  private var returned: Int? {
    if facts.plan.kind == .down, facts.seen.reply != nil { return facts.write.sent.map(Int.init) }
    return (facts.proof ?? facts.readings.all.last)?.echo.map(Int.init)
  }

  /// When it was proven; nobody knows how long after a person's turn that is.
  private var end: Duration? {
    switch facts.plan.kind {
    case .whole, .up: facts.proof?.at
    case .down: facts.seen.reply?.at ?? facts.proof?.at
    case .byHand: nil
    }
  }

  private func leg(_ leg: Leg, _ finding: Finding?) -> LegReport {
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
    return passed(leg)
  }

  private func passed(_ leg: Leg) -> LegReport {
    let seen = sight(leg)
    // A person's turn has no time; the clock starts with the first that is seen of it.
    let isTimed = facts.plan.kind != .byHand || leg > .call
    return LegReport(
      name: leg, status: .pass, ms: isTimed ? seen.at.flatMap(facts.write.milliseconds) : nil,
      evidence: seen.evidence)
  }

  private func sight(_ leg: Leg) -> (at: Duration?, evidence: Phrase) {
    let plan = facts.plan
    let sent = facts.write.sent ?? 0
    let proven: Phrase = "not seen itself; proven by what Blynk shows"
    switch leg {
    case .write:
      let isTurn = plan.kind == .byHand
      return (
        facts.write.answer.value,
        isTurn
          ? "you turned \(plan.switchPin) to \(sent)" : "Blynk took \(plan.switchPin) = \(sent)"
      )
    case .call:
      guard let event = facts.seen.reply ?? facts.seen.misnamed?.sighting else {
        return (nil, proven)
      }
      return (event.at, "the device moved to \(sent)")
    case .publish:
      guard let reply = facts.seen.reply else { return (nil, proven) }
      let seen: Phrase = "\(plan.event) with v\(plan.echoPin.number) = \(sent)"
      return (reply.at, reply.publishedAt.map { "\(seen) at \($0)" } ?? seen)
    case .forward:
      guard let hook = facts.seen.hookSent else { return (nil, proven) }
      return (hook.at, "hook-sent/\(plan.event)")
    case .read:
      guard let proof = facts.proof else { return (nil, "") }
      let time: Phrase = proof.time.map { Phrase(verbatim: $0) } ?? "empty"
      let counter: Phrase =
        proof.counter.map { Phrase(verbatim: ReportBuilder.shown($0)) } ?? "empty"
      return (
        proof.at,
        "\(plan.echoPin) = \(sent), \(plan.timePin) = \(time), "
          + "\(plan.counterPin) = \(counter)"
      )
    }
  }

  private static func shown(_ number: Double) -> String {
    Int64(exactly: number).map { "\($0)" } ?? "\(number)"
  }
}
