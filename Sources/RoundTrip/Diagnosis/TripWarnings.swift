import Core
import ParticleAPI

/// What does not fail the trip but should be known; each begins with its code.
struct TripWarnings {
  let facts: TripFacts

  /// In order, as sentences.
  var all: [Phrase] {
    [
      loop, duplicate, slow, unseen, doubtful, flawed, outOfStep, repeated, restored, wayBack, left,
      ending,
    ]
    .compactMap { $0 }
  }

  /// A second lap alone may be the device's publish by the clock; the V16 row makes it the loop,
  /// and is one even where a sketch that publishes real changes only, or a used-up quota, hides it.
  private var loop: Phrase? {
    guard facts.proof != nil, facts.integration.writesSwitchBack else { return nil }
    return "\(Cause.loopV16.code): \(Cause.loopV16.title). \(Cause.loopV16.fix)"
  }

  private var duplicate: Phrase? {
    guard case .right(let all) = facts.integration.finding, all.count > 1 else { return nil }
    let cause = Cause.integrationDuplicate
    let those = Wording.list(all.map(\.shownID), "and")
    return "\(cause.code): \(cause.title): \(those). \(cause.fix)"
  }

  /// The value arrives, and still the integration is not as it should be.
  private var flawed: Phrase? {
    guard facts.proof != nil, TripJudge.finding(facts) == nil,
      case .differing = facts.integration.finding,
      let cause = facts.integrationCause
    else { return nil }
    return "\(cause.cause.code): \(cause.evidence). \(cause.cause.fix)"
  }

  private var slow: Phrase? {
    guard facts.proof != nil, let reply = facts.seen.reply, let start = facts.write.at,
      reply.at - start > facts.plan.timeouts.slow, let ms = facts.write.milliseconds(reply.at)
    else { return nil }
    return "slow: The device's event took \(Int(ms)) ms."
  }

  private var unseen: Phrase? {
    guard facts.proof != nil, facts.seen.reply == nil else { return nil }
    if let lost = facts.events.trouble {
      return "\(lost.cause.code): Blynk shows the value; I could not watch it: \(lost.evidence)"
    }
    return "event-lost: Blynk shows the value, but the device's event did not reach me."
  }

  /// The value arrived, and still the hook says that it failed.
  private var doubtful: Phrase? {
    guard facts.proof != nil, let error = facts.seen.hookError else { return nil }
    let others = facts.integration.elsewhere.map(\.shownName)
    let whose: Phrase =
      others.isEmpty ? "" : " It may be of \(Wording.list(others, "or")), which fires on it too."
    return "\(Cause.integrationError.code): Particle reports \"\(error.text)\" for the event."
      + whose
  }

  /// A trip that got no further than the look before it says nothing of it: the device's last
  /// report may have been on its way.
  private var outOfStep: Phrase? {
    let isSecond = facts.again == .outOfStep
    guard isSecond || (facts.isOutOfStep && facts.before.aligning.isAsked) else { return nil }
    let isSet =
      isSecond || facts.before.aligning.value.map(Int64.init) == facts.switchBefore
    let what: Phrase = isSet ? "I set the device first." : "I could not set the device first."
    return
      "out-of-step: \(facts.plan.echoPin) did not show the switch's value before the trip; \(what)"
  }

  /// What the first attempt met with.
  private var repeated: Phrase? {
    switch facts.again {
    case nil, .outOfStep: nil
    case .lostCall: "call-lost: One call did not reach the device; I made the trip once more."
    case .overtaken:
      "echo-overtaken: A report of the device's own reached Blynk after the one of the trip; "
        + "I made the trip once more."
    }
  }

  private var restored: Phrase? {
    guard facts.mustRestore, facts.restoring.value == nil else { return nil }
    let why: Phrase = facts.restoring.obstacle.map { " \($0.evidence)" } ?? ""
    let what: Phrase = facts.plan.kind == .up ? "The device" : "\(facts.plan.switchPin)"
    return "not-restored: \(what) was \(facts.switchBefore) and may stand otherwise now." + why
  }

  /// The second call of Blynk's webhook did not come through, or is late.
  private var wayBack: Phrase? {
    guard facts.proof != nil || facts.seen.reply != nil, facts.isWayBackLost,
      facts.events.place(of: .directCall) == nil
    else { return nil }
    let lost: Phrase = "The device did not follow when I put \(facts.plan.switchPin) back"
    return facts.calls.putBack.value == nil
      ? "not-restored: \(lost), and may stand otherwise now."
      : "way-back-lost: \(lost); I called \(facts.plan.function) myself."
  }

  /// A token that is about to end stops the switch without a word.
  private var ending: Phrase? {
    guard let ends = facts.plan.tokenEnds,
      let now = facts.seen.reply?.publishedAt.flatMap(CloudTime.seconds)
    else { return nil }
    return Cause.particleTokenEnding.warning(of: ends, nowSeconds: now)
  }

  /// A person's switch is the person's to turn back.
  private var left: Phrase? {
    guard facts.plan.kind == .byHand, facts.write.answer.value != nil, let sent = facts.write.sent
    else { return nil }
    return "by-hand: \(facts.plan.switchPin) stands at \(sent), as you turned it."
  }
}
