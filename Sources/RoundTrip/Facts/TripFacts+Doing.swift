import Core

/// What the facts allow and ask for.
extension TripFacts {
  /// Whether everything is ready for the write.
  var mayWrite: Bool {
    before.known != nil && events.isOpen && events.trouble == nil && !lacksSwitch
  }

  /// Blynk has no datastream for the switch.
  var lacksSwitch: Bool { before.lacks(plan.switchPin) }

  /// Switch and device disagree: the value sent would be no change for one of them, and an
  /// unchanged value may set off neither the webhook nor a publish.
  var isOutOfStep: Bool {
    guard !isSecondAttempt, let known = before.known, let echo = known.echo else { return false }
    return (known.switchValue ?? 0) != echo && (0...1).contains(known.switchValue ?? 0)
  }

  /// Whether another reading is allowed.
  var mayReadOn: Bool {
    readingsInRow < plan.timeouts.readPauses.count && readings.trouble == nil
  }

  /// The readings since the hook was seen; without a hook all of them.
  var readingsInRow: Int { readings.count(since: seen.hookSent) }

  /// Whether nothing was read since the hook failed.
  var isUnreadSinceError: Bool {
    guard let hookError = seen.hookError, readings.trouble == nil else { return false }
    return readings.count(since: hookError.sighting) == 0
  }

  /// Only the device itself showed that it works, and it reported so shortly before the trip that
  /// Blynk's webhook calls of that minute may have been used up.
  var mayBeQuota: Bool {
    seen.directEvent != nil && seen.reply == nil && proof == nil && seen.suspects.isEmpty
      && reportedLately
  }

  /// Whether the device's last report lies within Blynk's minute before the write, by Particle's
  /// clock alone. Every call that moves the device makes it report.
  private var reportedLately: Bool {
    let known = before.known?.time
    guard let direct = seen.directEvent, let wroteAt = write.at,
      let now = direct.publishedAt.flatMap(CloudTime.seconds),
      let then = known.flatMap(CloudTime.seconds)
    else { return known?.isEmpty == false }
    return now - then < (plan.timeouts.quota + direct.at - wroteAt) / .seconds(1)
  }

  /// The webhook did not call the device, and what it may be tied to instead can still be tried.
  var mayTryEcho: Bool {
    guard plan.kind == .whole, seen.directEvent != nil, seen.reply == nil, proof == nil,
      seen.settleEvent == nil, restoring.value != nil, let count = calls.forOneWrite
    else { return false }
    return count <= calls.own + 1
  }
}

// MARK: forwarding

extension TripFacts {
  /// Blynk refused what a right integration sent with the right token.
  var refusalIsUnexplained: Bool {
    guard let error = seen.hookError, !error.text.contains("Sleeping"), !seen.hookGaveUp,
      case .right = integration.finding, let payload = seen.replyPayload, payload.defect == nil
    else { return false }
    return payload.carriesOurToken != false
  }

  /// More hooks came than the device published: another integration fires as well, in a place that
  /// was not looked at while one was enough.
  var hidesDuplicate: Bool {
    guard let survey = integration.survey.value, !survey.isThorough, !events.hooksAreShared,
      case .right(let all) = integration.finding
    else { return false }
    return all.count == 1 && events.outstandingHooks < 0
  }

  /// What the integration's place says is wrong. A hook that was seen is some integration's, so
  /// then a list without one says nothing.
  var integrationCause: (cause: Cause, evidence: Phrase)? {
    guard let finding = integration.finding else { return nil }
    let isContradicted =
      (seen.hookSent != nil || seen.hookError != nil) && !events.hooksAreShared
      && integration.elsewhere.isEmpty
    return finding.isNone && isContradicted ? nil : finding.cause
  }
}

// MARK: putting back

extension TripFacts {
  /// The write may have arrived, and the switch is ours to put back.
  var mustRestore: Bool { plan.kind != .byHand && write.mayHaveArrived }

  /// The device was seen to react in this trip, so it may react to the restoring write as well.
  var deviceWasReached: Bool {
    seen.reply != nil || proof != nil || seen.directEvent != nil || calls.count.value != nil
      || seen.isAwkward
  }

  /// We called the function ourselves, or the way back was lost, and nothing has shown that the
  /// device stands as the switch since.
  var mayBeAstray: Bool {
    (events.place(of: .directCall) != nil || isWayBackLost) && seen.settleEvent == nil
      && calls.putBack.value == nil
  }

  /// The device followed the switch there, and did not follow it back; or nobody can tell, as its
  /// event has another name.
  var isWayBackLost: Bool {
    guard plan.kind != .up, restoring.value != nil, seen.settleEvent == nil, !events.isLost else {
      return false
    }
    let isAwaited = deviceWasReached && plan.timeouts.settle > .zero && spent.contains(.settle)
    return isAwaited || seen.misnamed != nil
  }
}
