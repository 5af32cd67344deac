import ParticleAPI

/// What the facts allow and ask for.
extension TripFacts {
  /// Whether everything is ready for the write.
  var mayWrite: Bool {
    before.value != nil && streamIsOpen && streamTrouble == nil && !lacksSwitch
  }

  /// Blynk has no datastream for the switch.
  var lacksSwitch: Bool { missingPins.contains("\(plan.switchPin)") }

  /// Switch and device disagree: the value sent would be no change for one of them, and an
  /// unchanged value may set off neither the webhook nor a publish.
  var isOutOfStep: Bool {
    guard !isSecondAttempt, let known = before.value, let echo = known.echo else { return false }
    return (known.switchValue ?? 0) != echo && (0...1).contains(known.switchValue ?? 0)
  }

  /// What the switch stood at when it was looked at, if that is not what Blynk took: it was cut, or
  /// somebody turned it.
  var foundAt: Int64? {
    guard let sent, case .said(let shown?) = kept, shown != sent else { return nil }
    return shown
  }

  /// What the switch stands at right after it was written once more; nil when Blynk keeps the
  /// value, or when nobody knows.
  var cutTo: Int64? {
    guard foundAt != nil, case .said(let shown?) = rewritten, shown != sent else { return nil }
    return shown
  }

  /// An integration that fires writes the switch.
  var writesSwitchBack: Bool {
    integrations.value.map { IntegrationFinding.echoesSwitch($0, plan.wanted) } ?? false
  }

  /// We called the function ourselves, or the way back was lost, and nothing has shown that the
  /// device stands as the switch since.
  var mayBeAstray: Bool {
    (directMark != nil || isWayBackLost) && settleEvent == nil && putBack.value == nil
  }

  /// The device followed the switch there, and did not follow it back; or nobody can tell, as its
  /// event has another name.
  var isWayBackLost: Bool {
    guard plan.kind != .up, restoring.value != nil, settleEvent == nil, !streamIsLost else {
      return false
    }
    let isAwaited = deviceWasReached && plan.timeouts.settle > .zero && spent.contains(.settle)
    return isAwaited || misnamed != nil
  }

  /// Whether another reading is allowed.
  var mayReadOn: Bool {
    readingsInRow < plan.timeouts.readPauses.count && readTrouble == nil
  }

  /// The readings since the hook was seen; without a hook all of them.
  var readingsInRow: Int {
    guard let hookSent else { return readings.count }
    return readings.filter { $0.at >= hookSent.at }.count
  }

  /// Whether nothing was read since the hook failed.
  var isUnreadSinceError: Bool {
    guard let hookError, readTrouble == nil else { return false }
    return !readings.contains { $0.at >= hookError.sighting.at }
  }

  /// Only the device itself showed that it works, and it reported so shortly before the trip that
  /// Blynk's webhook calls of that minute may have been used up.
  var mayBeQuota: Bool {
    directEvent != nil && reply == nil && proof == nil && suspects.isEmpty && reportedLately
  }

  /// Whether the device's last report lies within Blynk's minute before the write, by Particle's
  /// clock alone. Every call that moves the device makes it report.
  var reportedLately: Bool {
    guard let direct = directEvent, let wroteAt,
      let now = direct.publishedAt.flatMap(CloudTime.seconds),
      let then = before.value?.time.flatMap(CloudTime.seconds)
    else { return before.value?.time?.isEmpty == false }
    return now - then < (plan.timeouts.quota + direct.at - wroteAt) / .seconds(1)
  }

  /// Online so short a time before it was asked that its sketch may not have come as far yet.
  var isStarting: Bool {
    device.value.map { $0.isStarting && hasJustStarted } ?? false
  }

  /// Blynk's own blueprint waits half a minute for a USB cable before it registers its function.
  var hasJustStarted: Bool { online.map { $0 < Device.startingTime } ?? false }

  /// Device OS runs, and the sketch does not (particle:device-status).
  var isInSafeMode: Bool { device.value?.isInSafeMode ?? false }

  /// What the device says of itself decides already.
  var deviceDecides: Bool { isInSafeMode || (lacksFunction && isStarting) }

  /// The webhook did not call the device, and what it may be tied to instead can still be tried.
  var mayTryEcho: Bool {
    guard plan.kind == .whole, directEvent != nil, reply == nil, proof == nil,
      settleEvent == nil, restoring.value != nil, let first = calls.value,
      let second = callsAgain.value, let before = Int(first.calls), let after = Int(second.calls)
    else { return false }
    return after - before <= ownCalls + 1
  }

  /// The calls of our own between the first count and the second.
  var ownCalls: Int { reverse.value == nil ? 1 : 2 }

  /// The device says what it offers, and the function is not among it.
  var lacksFunction: Bool {
    device.value?.functions.map { !$0.contains(plan.function) } ?? false
  }

  /// The sketch offers its count of calls.
  var countsCalls: Bool { device.value?.variables?[plan.callsVariable] != nil }

  /// The list of integrations says already why nothing is forwarded.
  var integrationsDecide: Bool {
    switch integrationFinding {
    case .missing, .disabled, .wrongEvent: true
    case .right, .differing, .unseen, .none: false
    }
  }

  /// The hook failed because nobody answered it in time. The texts are those of Particle's console
  /// log: `ETIMEDOUT`, `ETIMEOUT`, `ESOCKETTIMEDOUT`; the pages contradict each other about which
  /// is which, so no difference is made (particle:hook-error-codes).
  var hookGaveUp: Bool {
    hookError.map { $0.text.contains("TIMEDOUT") || $0.text.contains("ETIMEOUT") } ?? false
  }

  /// Blynk refused what a right integration sent with the right token.
  var refusalIsUnexplained: Bool {
    guard let error = hookError, !error.text.contains("Sleeping"), !hookGaveUp,
      case .right = integrationFinding, let payload = replyPayload, payload.defect == nil
    else { return false }
    return payload.carriesOurToken != false
  }

  var integrationFinding: IntegrationFinding? {
    integrations.value.map { IntegrationFinding($0, plan.wanted) }
  }

  /// More hooks came than the device published: another integration fires as well, in a place that
  /// was not looked at while one was enough.
  var hidesDuplicate: Bool {
    guard let survey = integrations.value, !survey.isThorough, !hooksAreShared,
      case .right(let all) = integrationFinding
    else { return false }
    return all.count == 1 && outstandingHooks < 0
  }

  /// What the integration's place says is wrong. A hook that was seen is some integration's, so
  /// then a list without one says nothing.
  var integrationCause: (cause: Cause, evidence: String)? {
    guard let finding = integrationFinding else { return nil }
    let isContradicted =
      (hookSent != nil || hookError != nil) && !hooksAreShared && !othersMayHaveFired
    return finding.isNone && isContradicted ? nil : finding.cause
  }

  private var othersMayHaveFired: Bool { !integrationsElsewhere.isEmpty }

  /// Those that fire on the event of this device, and go elsewhere: a hook that was seen may be one
  /// of theirs.
  var integrationsElsewhere: [Integration] {
    let (event, device) = (plan.wanted.definition.event, plan.wanted.deviceID)
    return (integrations.value?.integrations ?? []).filter { one in
      one.disabled != true && one.fires(on: event, of: device) && !plan.wanted.goesToBlynk(one)
    }
  }

  /// The write may have arrived: Blynk took it, or nobody knows.
  var mustRestore: Bool {
    if plan.kind == .byHand { return false }
    return switch writing {
    case .notAsked: false
    case .said: true
    case .failed(let obstacle): obstacle.couldNotAsk
    }
  }

  /// The device was seen to react in this trip, so it may react to the restoring write as well.
  var deviceWasReached: Bool {
    reply != nil || proof != nil || directEvent != nil || calls.value != nil || isAwkward
  }

  /// The device publishes, but not for the value sent: it had it already.
  var isAwkward: Bool { reverseEvent != nil }
}
