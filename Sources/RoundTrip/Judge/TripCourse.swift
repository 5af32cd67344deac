/// Decides what to do next, from the facts alone. Each move leaves a mark in the facts, so a trip
/// ends.
enum TripCourse {
  static func next(_ facts: TripFacts) -> Move {
    opening(facts) ?? downlink(facts) ?? uplink(facts) ?? lingering(facts) ?? ending(facts)
  }

  /// Up to the write; `.finish` when there can be none.
  private static func opening(_ facts: TripFacts) -> Move? {
    if !facts.isBegun { return .begin }
    if facts.before.obstacle?.cause == .blynkBadToken, !facts.region.isAsked,
      !facts.plan.otherRegions.isEmpty
    {
      return .ask(.region)
    }
    // A stream that is lost later ends nothing: the switch is still to be put back.
    if facts.writing.isAsked { return nil }
    if !facts.mayWrite { return .finish }
    return facts.isOutOfStep && !facts.aligning.isAsked ? .align : .write
  }

  /// Until the device's event is seen, or it is known why not.
  private static func downlink(_ facts: TripFacts) -> Move? {
    guard facts.writing.value != nil, facts.reply == nil, facts.proof == nil else { return nil }
    if facts.streamIsLost { return facts.mayReadOn ? .read : nil }
    if !facts.spent.contains(.firstEvent) { return .wait(.firstEvent) }
    if facts.misnamed != nil, !facts.direct.isAsked { return nil }
    if !facts.kept.isAsked { return .ask(.kept) }
    if facts.cutTo != nil { return nil }
    if !facts.ping.isAsked { return .ask(.device) }
    if facts.ping.value != true { return nil }
    if !facts.lacksFunction {
      if !facts.spent.contains(.event) { return .wait(.event) }
      // Events may get lost; Blynk itself is the last witness before anyone is blamed.
      if facts.readings.isEmpty, facts.readTrouble == nil { return .read }
    }
    return directly(facts)
  }

  /// Calls the function without Blynk, to tell the halves apart.
  private static func directly(_ facts: TripFacts) -> Move? {
    guard facts.direct.isAsked else { return .ask(.directCall) }
    guard facts.direct.value == facts.sent.map(Int32.init) else { return nil }
    if facts.directEvent == nil {
      if !facts.spent.contains(.directEvent) { return .wait(.directEvent) }
      guard facts.reverse.isAsked else { return .ask(.reverseCall) }
      if facts.reverse.value != nil, !facts.spent.contains(.reverseEvent) {
        return .wait(.reverseEvent)
      }
    }
    return facts.countsCalls && !facts.calls.isAsked ? .ask(.calls) : nil
  }

  /// From the device's event to the proof.
  private static func uplink(_ facts: TripFacts) -> Move? {
    guard facts.reply != nil, facts.proof == nil else { return nil }
    if facts.hookSent == nil, facts.hookError == nil, !facts.streamIsLost {
      if !facts.spent.contains(.firstHook) { return .wait(.firstHook) }
      if !facts.integrations.isAsked { return .ask(.integrations) }
      if facts.integrationsDecide {
        // A product's integrations are not in the list, so Blynk is asked before any blame.
        return facts.readings.isEmpty && facts.readTrouble == nil ? .read : nil
      }
      if !facts.spent.contains(.hook) { return .wait(.hook) }
    }
    let isRefused = facts.hookError != nil && facts.hookSent == nil
    if isRefused ? facts.readings.isEmpty && facts.readTrouble == nil : facts.mayReadOn {
      return .read
    }
    if !facts.integrations.isAsked { return .ask(.integrations) }
    return facts.refusalIsUnexplained && !facts.uplink.isAsked ? .ask(.uplink) : nil
  }

  /// After the proof: is there a second lap? Looking at the integration costs no data operation,
  /// and a sketch that publishes real changes only shows the lap nowhere but in its count of calls.
  private static func lingering(_ facts: TripFacts) -> Move? {
    guard facts.proof != nil, !facts.streamIsLost else { return nil }
    if !facts.integrations.isAsked { return .ask(.integrations) }
    if !facts.spent.contains(.loop) { return .wait(.loop) }
    let isHidden = facts.writesSwitchBack && facts.secondLap == nil
    return isHidden && !facts.calls.isAsked ? .ask(.calls) : nil
  }

  /// Puts everything back.
  private static func ending(_ facts: TripFacts) -> Move {
    guard facts.mustRestore else { return .finish }
    if !facts.restoring.isAsked { return .restore }
    let listens = facts.restoring.value != nil && !facts.streamIsLost && facts.deviceWasReached
    if listens, !facts.isSettled, !facts.spent.contains(.settle) { return .wait(.settle) }
    if facts.calls.value != nil, !facts.callsAgain.isAsked {
      // The restoring write's own second lap must have had the time to be counted.
      if facts.proof != nil {
        return facts.spent.contains(.echo) ? .ask(.callsAgain) : .wait(.echo)
      }
      if facts.settleEvent == nil { return .ask(.callsAgain) }
    }
    let isAstray = facts.direct.value != nil && facts.settleEvent == nil
    return isAstray && !facts.putBack.isAsked ? .ask(.putBack) : .finish
  }
}
