/// Decides what to do next, from the facts alone. Each move leaves a mark in the facts, so a trip
/// ends.
enum TripPlanner {
  static func next(_ facts: TripFacts) -> TripAction {
    opening(facts) ?? downlink(facts) ?? uplink(facts) ?? lingering(facts) ?? ending(facts)
  }

  /// Up to the write; `.finish` when there can be none.
  private static func opening(_ facts: TripFacts) -> TripAction? {
    if !facts.isBegun { return .begin }
    if facts.before.obstacle?.cause == .blynkBadToken, !facts.region.isAsked,
      !facts.plan.otherRegions.isEmpty
    {
      return .ask(.region)
    }
    // A stream that is lost later ends nothing: the switch is still to be put back.
    if facts.writing.isAsked { return nil }
    if !facts.mayWrite { return .finish }
    let aligns = facts.isOutOfStep && !facts.aligning.isAsked && facts.plan.kind != .up
    return aligns ? .align : .write
  }

  /// Until the device's event is seen, or it is known why not.
  private static func downlink(_ facts: TripFacts) -> TripAction? {
    guard facts.writing.value != nil, facts.reply == nil, facts.proof == nil else { return nil }
    if facts.streamIsLost { return facts.mayReadOn ? .read : nil }
    if !facts.spent.contains(.firstEvent) { return .wait(.firstEvent) }
    if facts.plan.kind == .up { return pushed(facts) }
    if facts.isMisheard, !facts.direct.isAsked {
      if !facts.spent.contains(.rightName) { return .wait(.rightName) }
      if facts.misnamed != nil { return nil }
    }
    // A hook did its work, so the event may just not have reached us.
    // Another device's hook says nothing, as long as the event is only slow.
    let tells = !facts.hooksAreShared || facts.spent.contains(.slowEvent)
    if facts.hookSent != nil, tells, facts.readings.isEmpty, facts.readTrouble == nil {
      return .read
    }
    if !facts.kept.isAsked { return .ask(.kept) }
    if facts.foundAt != nil, !facts.rewritten.isAsked { return .ask(.rewrite) }
    if facts.cutTo != nil { return nil }
    // An event that is under way costs nothing; Particle's answers cost a request each.
    if !facts.spent.contains(.slowEvent) { return .wait(.slowEvent) }
    if !facts.ping.isAsked { return .ask(.device) }
    if facts.ping.value != true || facts.deviceDecides { return nil }
    return lastWitness(facts) ?? directly(facts)
  }

  /// We called the function ourselves, and no event came.
  private static func pushed(_ facts: TripFacts) -> TripAction? {
    if facts.isMisheard { return facts.spent.contains(.rightName) ? nil : .wait(.rightName) }
    if !facts.spent.contains(.event) { return .wait(.event) }
    if !facts.hasRead(since: .event), facts.readTrouble == nil { return .read }
    guard facts.reverse.isAsked else { return .ask(.reverseCall) }
    return facts.spent.contains(.reverseEvent) ? nil : .wait(.reverseEvent)
  }

  /// Events may get lost; Blynk itself is asked before anyone is blamed.
  private static func lastWitness(_ facts: TripFacts) -> TripAction? {
    guard !facts.lacksFunction, !facts.isMisheard, !facts.direct.isAsked else { return nil }
    if !facts.spent.contains(.event) { return .wait(.event) }
    return facts.hasRead(since: .event) || facts.readTrouble != nil ? nil : .read
  }

  /// Calls the function without Blynk, to tell the halves apart.
  private static func directly(_ facts: TripFacts) -> TripAction? {
    guard facts.direct.isAsked else {
      return facts.countsCalls && !facts.calls.isAsked ? .ask(.calls) : .ask(.directCall)
    }
    guard facts.direct.value == facts.sent.map(Int32.init) else { return nil }
    if facts.directEvent == nil {
      if !facts.spent.contains(.directEvent) { return .wait(.directEvent) }
      guard facts.reverse.isAsked else { return .ask(.reverseCall) }
      if facts.reverse.value != nil, !facts.spent.contains(.reverseEvent) {
        return .wait(.reverseEvent)
      }
    }
    return nil
  }

  /// From the device's event to the proof.
  private static func uplink(_ facts: TripFacts) -> TripAction? {
    guard facts.reply != nil, !facts.isProven else { return nil }
    if facts.hookSent == nil, facts.hookError == nil, !facts.streamIsLost {
      if !facts.spent.contains(.firstHook) { return .wait(.firstHook) }
      if !facts.integrations.isAsked { return .ask(.integrations) }
      // A product's integrations are not in the list, and a hook's event may get lost, so Blynk is
      // asked before any blame and before any long wait.
      if facts.readings.isEmpty, facts.readTrouble == nil { return .read }
      if facts.integrationsDecide { return nil }
      if !facts.spent.contains(.hook) { return .wait(.hook) }
    }
    if facts.awaitsTurn, !facts.streamIsLost, !facts.spent.contains(.turn) { return .wait(.turn) }
    let isRefused = facts.hookError != nil && facts.hookSent == nil && !facts.hooksAreShared
    if isRefused ? facts.isUnreadSinceError : facts.mayReadOn { return .read }
    if let late = lateHook(facts) { return late }
    if !facts.integrations.isAsked { return .ask(.integrations) }
    return facts.refusalIsUnexplained && !facts.uplink.isAsked ? .ask(.uplink) : nil
  }

  /// The hook that was seen may have been another event's: then one more reading, when ours must be
  /// through.
  private static func lateHook(_ facts: TripFacts) -> TripAction? {
    guard !facts.streamIsLost, facts.readTrouble == nil else { return nil }
    if facts.spent.contains(.lastHook) { return facts.hasRead(since: .lastHook) ? nil : .read }
    return facts.mayBeOthersHook ? .wait(.lastHook) : nil
  }

  /// After the proof: is there a second lap? Looking at the integration costs no data operation,
  /// and its row for the switch is enough: a sketch that publishes real changes only, or a quota
  /// that is used up, hides the lap.
  private static func lingering(_ facts: TripFacts) -> TripAction? {
    guard facts.proof != nil, !facts.streamIsLost, facts.plan.kind != .down else { return nil }
    if !facts.integrations.isAsked { return .ask(.integrations) }
    if !facts.spent.contains(.loop) { return .wait(.loop) }
    return facts.hidesDuplicate ? .ask(.integrations) : nil
  }

  /// Writes V17 as it stands: does that call the function?
  private static func triedEcho(_ facts: TripFacts) -> TripAction? {
    guard facts.mayTryEcho else { return nil }
    if !facts.echoWrite.isAsked { return .ask(.echoWrite) }
    guard facts.echoWrite.value != nil else { return nil }
    if !facts.spent.contains(.echo) { return .wait(.echo) }
    return facts.callsAtLast.isAsked ? nil : .ask(.callsAtLast)
  }

  /// Puts everything back.
  private static func ending(_ facts: TripFacts) -> TripAction {
    guard facts.mustRestore else {
      // The person's switch stays, and so does a device that we only set to it.
      return facts.reverse.isAsked && !facts.putBack.isAsked ? .ask(.putBack) : .finish
    }
    if !facts.restoring.isAsked {
      // A call that Blynk dropped for its limit works when a minute has gone by.
      let waits = facts.mayBeQuota && !facts.spent.contains(.quota)
      return waits ? .wait(.quota) : .restore
    }
    let listens = facts.restoring.value != nil && !facts.streamIsLost && facts.deviceWasReached
    if listens, !facts.isSettled, !facts.spent.contains(.settle) { return .wait(.settle) }
    if facts.calls.value != nil {
      if !facts.callsAgain.isAsked { return .ask(.callsAgain) }
      // Calls too many may be the laps of a loop.
      let laps = facts.callsForOneWrite.map { $0 - facts.ownCalls } ?? 0
      if laps > 1, !facts.integrations.isAsked { return .ask(.integrations) }
      if let tried = triedEcho(facts) { return tried }
    }
    let isAstray =
      facts.isWayBackLost || (facts.direct.value != nil && facts.settleEvent == nil)
    return isAstray && !facts.putBack.isAsked ? .ask(.putBack) : .finish
  }
}
