import BlynkAPI

/// Names the first broken leg and its cause, from the facts alone; never finer than they are.
enum TripJudge {
  /// Nil when the value made the whole trip.
  static func finding(_ facts: TripFacts) -> Finding? {
    if facts.isProven { return fixedEcho(facts) }
    if facts.plan.kind == .up { return pushed(facts) ?? uplink(facts) }
    return opening(facts) ?? downlink(facts) ?? uplink(facts)
  }

  /// Why the trip has to be made once more before anything is blamed; nil when it need not.
  static func again(_ facts: TripFacts) -> RetryReason? {
    guard !facts.isProven, !facts.isSecondAttempt, !facts.isInterrupted,
      facts.restoring.value != nil
    else { return nil }
    guard facts.reply == nil else { return facts.isOvertaken ? .overtaken : nil }
    if facts.isAwkward { return .outOfStep }
    return facts.plan.followsWait && facts.directEvent != nil && facts.settleEvent != nil
      ? .lostCall : nil
  }

  /// Blynk shows the value sent, which the integration writes whatever the device says.
  private static func fixedEcho(_ facts: TripFacts) -> Finding? {
    guard facts.proof != nil, case .differing(_, let differences) = facts.integrationFinding,
      let cause = facts.integrationCause,
      let echo = differences.first(where: { $0.field == "query.\(facts.plan.echoPin)" }),
      echo.found?.contains("{{") == false
    else { return nil }
    return Finding(.forward, cause.cause, cause.evidence)
  }

  private static func opening(_ facts: TripFacts) -> Finding? {
    if let obstacle = facts.before.obstacle {
      if case .said(let region?) = facts.region {
        return Finding(.write, .blynkWrongRegion, "\(region) knows this AuthToken.")
      }
      return Finding(.write, obstacle)
    }
    if facts.lacksSwitch {
      return Finding(
        .write, .blynkDatastreamMissing, "Blynk has no datastream \(facts.plan.switchPin).")
    }
    // The stream is refused for the access token, the one that Blynk's webhook calls with.
    // One that was lost before the write leaves nothing to be seen either.
    if let obstacle = facts.streamTrouble, !facts.streamIsOpen || !facts.writing.isAsked {
      return Finding(.call, obstacle, unseen: [.write])
    }
    if let obstacle = facts.writing.obstacle { return Finding(.write, obstacle) }
    // Called off before the write.
    return facts.writing.isAsked ? nil : unfinished(.write)
  }

  private static func downlink(_ facts: TripFacts) -> Finding? {
    guard facts.reply == nil else { return nil }
    if facts.streamIsLost, let lost = facts.streamTrouble { return Finding(.call, lost) }
    if let cut = facts.cutTo {
      let pin = facts.plan.switchPin
      return Finding(
        .write, .blynkValueClamped,
        "Blynk took \(pin) = \(facts.sent ?? 0) twice, and shows \(cut).")
    }
    if let misnamed = facts.misnamed, !facts.direct.isAsked {
      return wrongName(facts, misnamed.name)
    }
    if let obstacle = facts.ping.obstacle { return Finding(.call, obstacle) }
    if facts.ping.value == false {
      return Finding(.call, .deviceOffline, "Particle pinged the device: online is false.")
    }
    if let finding = ofDevice(facts) { return finding }
    switch facts.direct {
    case .notAsked: return unfinished(.call)
    case .failed(let obstacle): return refusedCall(facts, obstacle)
    case .said(let returned): return answeredCall(facts, returned)
    }
  }

  /// What the device says of itself: its sketch does not run, or has not come as far yet.
  private static func ofDevice(_ facts: TripFacts) -> Finding? {
    if facts.isInSafeMode {
      return Finding(
        .call, .deviceSafeMode, "Particle describes the device with status: safe_mode.")
    }
    return facts.lacksFunction && facts.isStarting ? starting(facts) : nil
  }

  private static func starting(_ facts: TripFacts) -> Finding {
    let seconds = facts.online?.components.seconds ?? 0
    return Finding(
      .call, .deviceStarting,
      "The device came online \(seconds) s before I asked; it did not offer "
        + "\(facts.plan.function) yet.", couldNotAsk: true)
  }

  private static func refusedCall(_ facts: TripFacts, _ obstacle: Obstacle) -> Finding {
    if obstacle.cause == .functionMissing, facts.isStarting { return starting(facts) }
    if obstacle.cause == .functionMissing, facts.hasJustStarted {
      return Finding(
        .call, .functionMissing, obstacle.evidence + "." + fresh(facts),
        candidates: [.deviceStarting])
    }
    guard obstacle.cause == .deviceOffline else { return Finding(.call, obstacle) }
    // The ping was answered, the call was not.
    return Finding(.call, .functionTimeout, obstacle.evidence)
  }

  private static func answeredCall(_ facts: TripFacts, _ returned: Int32) -> Finding {
    let sent = facts.sent ?? 0
    if facts.isContrary { return contrary(facts, returned) }
    if facts.directEvent != nil { return webhook(facts) }
    if Int64(returned) != sent {
      return Finding(
        .call, .functionRefused,
        "I called \(facts.plan.function)(\(sent)) myself: it returned \(returned).")
    }
    if facts.isAwkward {
      return Finding(
        .publish, .unknown, "The device publishes, but not when it is set to \(sent).",
        unseen: [.call])
    }
    let called = "I called \(facts.plan.function)(\(sent)) myself: it returned \(returned)"
    // Which of the two halves broke first shows only in the sketch's own count.
    switch count(facts) {
    case .notCalled, .calledWith, .calledByReport: return webhook(facts)
    case .unknown, .calledRight: break
    }
    if let misnamed = facts.misnamed { return wrongName(facts, misnamed.name) }
    if let defect = facts.unreadable { return spoiled(facts, defect) }
    return Finding(
      .publish, .eventNotPublished, "\(called), and no \(facts.plan.event) came.",
      unseen: [.call])
  }

  /// What the device reports is the opposite of what it is set to.
  private static func contrary(_ facts: TripFacts, _ returned: Int32) -> Finding {
    switch count(facts) {
    case .notCalled, .calledWith, .calledByReport: return webhook(facts)
    case .unknown, .calledRight: break
    }
    let (sent, name) = (facts.sent ?? 0, facts.plan.function)
    return Finding(
      .publish, .unknown,
      "I called \(name)(\(sent)) myself: it returned \(returned), and the device published "
        + "v\(facts.plan.echoPin.number) = \(1 - sent); with the other value it was the other way "
        + "round.", unseen: [.call])
  }

  static func spoiled(_ facts: TripFacts, _ defect: PayloadDefect) -> Finding {
    let isSeen = facts.reply != nil
    return Finding(
      .publish, defect.cause, defect.evidence(facts.plan.event), unseen: isSeen ? [] : [.call])
  }

  static func wrongName(_ facts: TripFacts, _ name: String) -> Finding {
    Finding(.publish, .eventWrongName, "The device published \(name), not \(facts.plan.event).")
  }

  /// What the sketch's own count says of the restoring write, which should have called the
  /// function.
  private enum Count {
    case unknown, notCalled, calledRight, calledWith(String), calledByReport(Pin)
  }

  private static func count(_ facts: TripFacts) -> Count {
    guard let first = facts.calls.value, let second = facts.callsAgain.value,
      let before = Int(first.calls), let after = Int(second.calls)
    else { return .unknown }
    if let pin = facts.reportedPin { return .calledByReport(pin) }
    if after - before <= facts.ownCalls { return .notCalled }
    guard let argument = second.argument else { return .unknown }
    if argument == "\(facts.switchBefore)" { return .calledRight }
    // The value sent is no other body: that was a call of ours, or a late one.
    return argument == "\(facts.sent ?? 0)" ? .unknown : .calledWith(argument)
  }

  private static func webhook(_ facts: TripFacts) -> Finding {
    let direct = """
      I called \(facts.plan.function)(\(facts.sent ?? 0)) myself: the device works. \
      Blynk's webhook did not make it move.
      """
    if let stranger = facts.stranger {
      return Finding(
        .call, .webhookWrongDevice,
        "The device \(stranger) moved instead, there and back with the switch.")
    }
    if case .calledByReport(let pin) = count(facts) {
      return Finding(
        .call, .webhookWrongPin,
        "\(facts.plan.function) was called when \(pin) was written, and not when "
          + "\(facts.plan.switchPin) was.")
    }
    if case .calledWith(let argument) = count(facts) {
      return Finding(
        .call, .webhookWrongBody,
        "\(facts.plan.function) was called with \"\(argument)\" when the switch moved.")
    }
    if facts.settleEvent != nil { return lostCall(facts) }
    return Finding(.call, .webhookNotFiring, direct, candidates: webhookCandidates(facts))
  }

  /// The write that put the switch back did move the device: the webhook is there, and one call was
  /// dropped, or came so late that it was not waited for.
  private static func lostCall(_ facts: TripFacts) -> Finding {
    if let calls = facts.callsForOneWrite.map({ $0 - facts.ownCalls }), calls > 1 {
      let count = "\(facts.plan.function) was called \(calls) times when I put the switch back once"
      if facts.writesSwitchBack {
        return Finding(
          .call, .loopV16,
          "\(count): the integration writes \(facts.plan.switchPin) as well, and such laps use up "
            + "Blynk's calls.")
      }
      return Finding(
        .call, .webhookLate,
        "\(facts.plan.function) was called \(calls) times when I put the switch back once.")
    }
    return Finding(
      .call, .webhookNotFiring,
      """
      Nothing moved when I set the switch to \(facts.sent ?? 0); \
      when I put it back, the device did.
      """ + fresh(facts),
      candidates: [.webhookQuota, .webhookLate] + (facts.hasJustStarted ? [.deviceStarting] : []))
  }

  /// A call that came before the sketch had registered its function was answered with 404.
  private static func fresh(_ facts: TripFacts) -> String {
    guard facts.hasJustStarted, let seconds = facts.online?.components.seconds else { return "" }
    return " The device had come online \(seconds) s before I asked for it."
  }

  /// Blynk's device API shows nothing of a webhook, so these look alike from outside.
  private static func webhookCandidates(_ facts: TripFacts) -> [Cause] {
    var candidates: [Cause] = [
      .webhookDisabled, .webhookWrongToken, .webhookWrongFunction, .webhookMissing,
    ]
    // With a count of calls a wrong body would have shown.
    if case .unknown = count(facts) { candidates.append(.webhookWrongBody) }
    candidates.append(.webhookWrongPin)
    candidates.insert(
      .webhookWrongDevice, at: facts.suspects.isEmpty ? candidates.endIndex : candidates.startIndex)
    // A minute of rest that changed nothing speaks against the limit.
    if !facts.spent.contains(.quota) { candidates.append(.webhookQuota) }
    return candidates
  }

  private static func uplink(_ facts: TripFacts) -> Finding? {
    let finding = facts.integrationCause
    if let error = facts.hookError { return refused(facts, error.text) }
    if facts.hookSent == nil {
      if let finding { return Finding(.forward, finding.cause, finding.evidence) }
      if let obstacle = facts.integrations.obstacle { return Finding(.forward, obstacle) }
      if facts.streamIsLost, let lost = facts.streamTrouble { return Finding(.forward, lost) }
      if let obstacle = facts.readTrouble { return Finding(.read, obstacle, unseen: [.forward]) }
      return facts.spent.contains(.hook)
        ? Finding(.forward, .timeout, "No hook event came, and Blynk shows nothing new.")
        : unfinished(.forward)
    }
    if let finding { return Finding(.forward, finding.cause, finding.evidence) }
    if carriesAnotherToken(facts) {
      return Finding(
        .forward, .payloadWrongToken,
        "Blynk took the event for another device: it carries another AuthToken than this setup's.")
    }
    if let obstacle = facts.readTrouble { return Finding(.read, obstacle) }
    if let defect = facts.replyDefect { return spoiled(facts, defect) }
    return echo(facts)
  }

  /// The hook reported a failure.
  private static func refused(_ facts: TripFacts, _ text: String) -> Finding {
    if text.contains("Sleeping") { return Finding(.forward, .integrationSleeping, text) }
    if let finding = facts.integrationCause {
      return Finding(.forward, finding.cause, "\(text) · \(finding.evidence)")
    }
    if facts.hookGaveUp { return Finding(.forward, .timeout, text) }
    if carriesAnotherToken(facts) {
      return Finding(
        .forward, .payloadWrongToken,
        "\(text) · the event carries another AuthToken than this setup's.")
    }
    if let defect = facts.replyDefect { return spoiled(facts, defect) }
    if let obstacle = facts.uplink.obstacle, !obstacle.couldNotAsk {
      return Finding(.forward, obstacle.cause, "\(text) · \(obstacle.evidence)")
    }
    if !facts.missingPins.isEmpty {
      return Finding(
        .forward, .blynkDatastreamMissing, "\(text) · Blynk has no datastream \(missing(facts)).")
    }
    if let row = emptyRow(facts) {
      return Finding(.forward, .integrationWrongField, "\(text) · \(row)")
    }
    if facts.hooksAreShared, facts.hookSent != nil {
      return Finding(
        .forward, .unknown,
        "\(text) · Another event was sent; hooks do not say which was this device's.",
        candidates: [.integrationError, .echoMissing])
    }
    return Finding(.forward, .integrationError, text)
  }

  /// A row that is filled from what the event does not carry: Blynk gets an empty value.
  private static func emptyRow(_ facts: TripFacts) -> String? {
    guard let survey = facts.integrations.value, let payload = facts.replyPayload
    else { return nil }
    return IntegrationFinding.emptyRow(survey, facts.plan.wanted, keys: payload.keys)
  }

  /// Particle says it was sent; Blynk does not show it.
  private static func echo(_ facts: TripFacts) -> Finding {
    guard let last = facts.readings.last else { return unfinished(.read) }
    let plan = facts.plan
    let shown = "\(plan.echoPin) is \(last.echo.map { "\($0)" } ?? "empty")"
    if !facts.missingPins.isEmpty {
      return Finding(
        .read, .blynkDatastreamMissing, "Blynk has no datastream \(missing(facts)).")
    }
    let isOld = last.echo == facts.sent
    if isOld, last.echo == facts.before.value?.echo {
      return Finding(
        .read, .echoMissing,
        "\(shown), as before, and \(plan.timePin) and \(plan.counterPin) are "
          + "from before too.", candidates: [.echoStale])
    }
    if isOld {
      return Finding(
        .read, .echoStale, "\(shown), but \(plan.timePin) and \(plan.counterPin) are from before.")
    }
    if isCut(facts, last) {
      return Finding(
        .read, .blynkValueClamped,
        "\(shown), though \(plan.timePin) and \(plan.counterPin) are those of the event.")
    }
    return Finding(.read, .echoMissing, "\(shown) after \(facts.readings.count) readings.")
  }

  private static func carriesAnotherToken(_ facts: TripFacts) -> Bool {
    facts.replyPayload?.carriesOurToken == false
  }

  /// The event's other values arrived by a right integration, the echo did not: Blynk cut it.
  private static func isCut(_ facts: TripFacts, _ last: Reading) -> Bool {
    guard case .right = facts.integrationFinding, last.echo != nil, let counter = last.counter,
      let known = facts.before.value
    else { return false }
    return counter == facts.replyCounter && CloudTime.isNewer(last.time, than: known.time)
  }

  private static func missing(_ facts: TripFacts) -> String {
    facts.missingPins.joined(separator: ", ")
  }

  /// The trip was called off here.
  static func unfinished(_ leg: Leg) -> Finding {
    Finding(leg, .unknown, "The trip was called off.", couldNotAsk: true)
  }
}
