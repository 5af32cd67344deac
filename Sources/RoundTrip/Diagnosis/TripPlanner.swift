/// Decides what to do next, from the facts alone. Each move leaves a mark in the facts, so a trip
/// ends.
enum TripPlanner {
  static func next(_ facts: TripFacts) -> TripAction {
    opening(facts) ?? downlink(facts) ?? uplink(facts) ?? lingering(facts) ?? ending(facts)
  }

  /// Up to the write; `.finish` when there can be none.
  private static func opening(_ facts: TripFacts) -> TripAction? {
    if !facts.before.isBegun { return .begin }
    if facts.before.pins.obstacle?.cause == .blynkBadToken, !facts.before.region.isAsked,
      !facts.plan.otherRegions.isEmpty
    {
      return .ask(.region)
    }
    // A stream that is lost later ends nothing: the switch is still to be put back.
    if facts.write.answer.isAsked { return nil }
    if !facts.mayWrite { return .finish }
    let aligns = facts.isOutOfStep && !facts.before.aligning.isAsked && facts.plan.kind != .up
    return aligns ? .align : .write
  }

  /// Until the device's event is seen, or it is known why not.
  private static func downlink(_ facts: TripFacts) -> TripAction? {
    guard facts.write.answer.value != nil, facts.seen.reply == nil, facts.proof == nil else {
      return nil
    }
    if facts.events.isLost { return facts.mayReadOn ? .read : nil }
    if !facts.spent.contains(.firstEvent) { return .wait(.firstEvent) }
    if facts.plan.kind == .up { return pushed(facts) }
    if facts.seen.isMisheard, !facts.calls.direct.isAsked {
      if !facts.spent.contains(.rightName) { return .wait(.rightName) }
      if facts.seen.misnamed != nil { return nil }
    }
    // A hook did its work, so the event may just not have reached us.
    // Another device's hook says nothing, as long as the event is only slow.
    let tells = !facts.events.hooksAreShared || facts.spent.contains(.slowEvent)
    if facts.seen.hookSent != nil, tells, facts.readings.all.isEmpty, facts.readings.trouble == nil
    {
      return .read
    }
    if !facts.write.kept.isAsked { return .ask(.kept) }
    if facts.write.foundAt != nil, !facts.write.rewritten.isAsked { return .ask(.rewrite) }
    if facts.write.cutTo != nil { return nil }
    // An event that is under way costs nothing; Particle's answers cost a request each.
    if !facts.spent.contains(.slowEvent) { return .wait(.slowEvent) }
    if !facts.device.ping.isAsked { return .ask(.device) }
    if facts.device.ping.value != true || facts.device.decides { return nil }
    return lastWitness(facts) ?? directly(facts)
  }

  /// We called the function ourselves, and no event came.
  private static func pushed(_ facts: TripFacts) -> TripAction? {
    if facts.seen.isMisheard { return facts.spent.contains(.rightName) ? nil : .wait(.rightName) }
    if !facts.spent.contains(.event) { return .wait(.event) }
    if !facts.readings.hasRead(since: .event), facts.readings.trouble == nil { return .read }
    guard facts.calls.reverse.isAsked else { return .ask(.reverseCall) }
    return facts.spent.contains(.reverseEvent) ? nil : .wait(.reverseEvent)
  }

  /// Events may get lost; Blynk itself is asked before anyone is blamed.
  private static func lastWitness(_ facts: TripFacts) -> TripAction? {
    guard !facts.device.lacksFunction, !facts.seen.isMisheard, !facts.calls.direct.isAsked else {
      return nil
    }
    if !facts.spent.contains(.event) { return .wait(.event) }
    return facts.readings.hasRead(since: .event) || facts.readings.trouble != nil ? nil : .read
  }

  /// Calls the function without Blynk, to tell the halves apart.
  private static func directly(_ facts: TripFacts) -> TripAction? {
    guard facts.calls.direct.isAsked else {
      return facts.device.countsCalls && !facts.calls.count.isAsked
        ? .ask(.calls) : .ask(.directCall)
    }
    guard facts.calls.direct.value == facts.write.sent.map(Int32.init) else { return nil }
    if facts.seen.directEvent == nil {
      if !facts.spent.contains(.directEvent) { return .wait(.directEvent) }
      guard facts.calls.reverse.isAsked else { return .ask(.reverseCall) }
      if facts.calls.reverse.value != nil, !facts.spent.contains(.reverseEvent) {
        return .wait(.reverseEvent)
      }
    }
    return nil
  }

  /// From the device's event to the proof.
  private static func uplink(_ facts: TripFacts) -> TripAction? {
    guard facts.seen.reply != nil, !facts.isProven else { return nil }
    if facts.seen.hookSent == nil, facts.seen.hookError == nil, !facts.events.isLost {
      if !facts.spent.contains(.firstHook) { return .wait(.firstHook) }
      if !facts.integration.survey.isAsked { return .ask(.integrations) }
      // A product's integrations are not in the list, and a hook's event may get lost, so Blynk is
      // asked before any blame and before any long wait.
      if facts.readings.all.isEmpty, facts.readings.trouble == nil { return .read }
      if facts.integration.decides { return nil }
      if !facts.spent.contains(.hook) { return .wait(.hook) }
    }
    if facts.seen.awaitsTurn, !facts.events.isLost, !facts.spent.contains(.turn) {
      return .wait(.turn)
    }
    let isRefused =
      facts.seen.hookError != nil && facts.seen.hookSent == nil && !facts.events.hooksAreShared
    if isRefused ? facts.isUnreadSinceError : facts.mayReadOn { return .read }
    if let late = lateHook(facts) { return late }
    if !facts.integration.survey.isAsked { return .ask(.integrations) }
    return facts.refusalIsUnexplained && !facts.integration.uplink.isAsked ? .ask(.uplink) : nil
  }

  /// The hook that was seen may have been another event's: then one more reading, when ours must be
  /// through.
  private static func lateHook(_ facts: TripFacts) -> TripAction? {
    guard !facts.events.isLost, facts.readings.trouble == nil else { return nil }
    if facts.spent.contains(.lastHook) {
      return facts.readings.hasRead(since: .lastHook) ? nil : .read
    }
    return facts.events.mayBeOthersHook ? .wait(.lastHook) : nil
  }

  /// After the proof: is there a second lap? Looking at the integration costs no data operation,
  /// and its row for the switch is enough: a sketch that publishes real changes only, or a quota
  /// that is used up, hides the lap.
  private static func lingering(_ facts: TripFacts) -> TripAction? {
    guard facts.proof != nil, !facts.events.isLost, facts.plan.kind != .down else { return nil }
    if !facts.integration.survey.isAsked { return .ask(.integrations) }
    if !facts.spent.contains(.loop) { return .wait(.loop) }
    return facts.hidesDuplicate ? .ask(.integrations) : nil
  }

  /// Writes V17 as it stands: does that call the function?
  private static func triedEcho(_ facts: TripFacts) -> TripAction? {
    guard facts.mayTryEcho else { return nil }
    if !facts.calls.echoWrite.isAsked { return .ask(.echoWrite) }
    guard facts.calls.echoWrite.value != nil else { return nil }
    if !facts.spent.contains(.echo) { return .wait(.echo) }
    return facts.calls.countAtLast.isAsked ? nil : .ask(.callsAtLast)
  }

  /// Puts everything back.
  private static func ending(_ facts: TripFacts) -> TripAction {
    guard facts.mustRestore else {
      // The person's switch stays, and so does a device that we only set to it.
      return facts.calls.reverse.isAsked && !facts.calls.putBack.isAsked ? .ask(.putBack) : .finish
    }
    if !facts.restoring.isAsked {
      // A call that Blynk dropped for its limit works when a minute has gone by.
      let waits = facts.mayBeQuota && !facts.spent.contains(.quota)
      return waits ? .wait(.quota) : .restore
    }
    let listens = facts.restoring.value != nil && !facts.events.isLost && facts.deviceWasReached
    if listens, !facts.seen.isSettled, !facts.spent.contains(.settle) { return .wait(.settle) }
    if facts.calls.count.value != nil {
      if !facts.calls.countAgain.isAsked { return .ask(.callsAgain) }
      // Calls too many may be the laps of a loop.
      let laps = facts.calls.forOneWrite.map { $0 - facts.calls.own } ?? 0
      if laps > 1, !facts.integration.survey.isAsked { return .ask(.integrations) }
      if let tried = triedEcho(facts) { return tried }
    }
    let isAstray =
      facts.isWayBackLost || (facts.calls.direct.value != nil && facts.seen.settleEvent == nil)
    return isAstray && !facts.calls.putBack.isAsked ? .ask(.putBack) : .finish
  }
}
