extension TripJudge {
  /// What does not fail the trip but should be known; each begins with its code.
  static func warnings(_ facts: TripFacts) -> [String] {
    [
      loop(facts), duplicate(facts), slow(facts), unseen(facts), doubtful(facts),
      outOfStep(facts), restored(facts), left(facts),
    ]
    .compactMap { $0 }
  }

  /// A second lap alone may be the device's publish by the clock; with the V16 row it is the loop.
  /// A sketch that publishes real changes only ends it, and still counts two calls for one write.
  private static func loop(_ facts: TripFacts) -> String? {
    guard facts.writesSwitchBack, facts.secondLap != nil || (facts.callsForOneWrite ?? 0) > 1
    else { return nil }
    return "\(Cause.loopV16.code): \(Cause.loopV16.title). \(Cause.loopV16.fix)"
  }

  private static func duplicate(_ facts: TripFacts) -> String? {
    guard case .right(let count) = facts.integrationFinding, count > 1 else { return nil }
    let cause = Cause.integrationDuplicate
    return "\(cause.code): \(cause.title). \(cause.fix)"
  }

  private static func slow(_ facts: TripFacts) -> String? {
    guard facts.proof != nil, let reply = facts.reply, let start = facts.wroteAt,
      reply.at - start > facts.plan.patience.slow, let ms = facts.milliseconds(reply.at)
    else { return nil }
    return "slow: The device's event took \(Int(ms)) ms."
  }

  private static func unseen(_ facts: TripFacts) -> String? {
    guard facts.proof != nil, facts.reply == nil else { return nil }
    if let lost = facts.streamTrouble {
      return "\(lost.cause.code): Blynk shows the value; I could not watch it: \(lost.evidence)"
    }
    return "event-lost: Blynk shows the value, but the device's event did not reach me."
  }

  /// The value arrived, and still the hook says that it failed.
  private static func doubtful(_ facts: TripFacts) -> String? {
    guard facts.proof != nil, let error = facts.hookError else { return nil }
    return "\(Cause.integrationError.code): Particle reports \"\(error.text)\" for the event."
  }

  /// A trip that got no further than the look before it says nothing of it: the device's last
  /// report may have been on its way.
  private static func outOfStep(_ facts: TripFacts) -> String? {
    guard facts.isSecondAttempt || (facts.isOutOfStep && facts.aligning.isAsked) else { return nil }
    let isSet =
      facts.isSecondAttempt || facts.aligning.value.map(Int64.init) == facts.switchBefore
    let what = isSet ? "I set the device first." : "I could not set the device first."
    return "out-of-step: Device and switch disagreed before the trip; \(what)"
  }

  private static func restored(_ facts: TripFacts) -> String? {
    guard facts.mustRestore, facts.restoring.value == nil else { return nil }
    let why = facts.restoring.obstacle.map { " \($0.evidence)" } ?? ""
    let what = facts.plan.kind == .up ? "The device" : "\(facts.plan.switchPin)"
    return "not-restored: \(what) was \(facts.switchBefore) and may stand otherwise now." + why
  }

  /// A person's switch is the person's to turn back.
  private static func left(_ facts: TripFacts) -> String? {
    guard facts.plan.kind == .byHand, facts.writing.value != nil, let sent = facts.sent
    else { return nil }
    return "by-hand: \(facts.plan.switchPin) stands at \(sent), as you turned it."
  }
}
