import Core

/// Why the device's event did not come: asked of Particle, then of the device by a call of ours.
struct CallRule {
  let facts: TripFacts

  /// Nil where the event came.
  var finding: Finding? {
    guard facts.seen.reply == nil else { return nil }
    if facts.events.isLost, let lost = facts.events.trouble { return Finding(.call, lost) }
    if let cut = WriteRule(facts: facts).cut { return cut }
    if let misnamed = facts.seen.misnamed, !facts.calls.direct.isAsked {
      return publish.misnamed(misnamed.name)
    }
    if let obstacle = facts.device.ping.obstacle { return Finding(.call, obstacle) }
    if facts.device.ping.value == false {
      return Finding(.call, .deviceOffline, "Particle pinged the device: online is false.")
    }
    if let finding = ofDevice { return finding }
    switch facts.calls.direct {
    case .notAsked: return .unfinished(.call)
    case .failed(let obstacle): return refused(obstacle)
    case .said(let returned): return answered(returned)
    }
  }

  private var publish: PublishRule { PublishRule(facts: facts) }
  private var webhook: WebhookRule { WebhookRule(facts: facts) }

  /// What the device says of itself: its sketch does not run, or has not come as far yet.
  private var ofDevice: Finding? {
    if facts.device.isInSafeMode {
      return Finding(
        .call, .deviceSafeMode, "Particle describes the device with status: safe_mode.")
    }
    return facts.device.lacksFunction && facts.device.isStarting ? starting : nil
  }

  private var starting: Finding {
    let seconds = facts.device.online?.components.seconds ?? 0
    return Finding(
      .call, .deviceStarting,
      "The device came online \(seconds) s before I asked; it did not offer "
        + "\(facts.plan.function) yet.", couldNotAsk: true)
  }

  /// Our own call failed.
  private func refused(_ obstacle: Obstacle) -> Finding {
    if obstacle.cause == .functionMissing, facts.device.isStarting { return starting }
    if obstacle.cause == .functionMissing, facts.device.hasJustStarted {
      return Finding(
        .call, .functionMissing, "\(obstacle.evidence)." + webhook.fresh,
        candidates: [.deviceStarting])
    }
    guard obstacle.cause == .deviceOffline else { return Finding(.call, obstacle) }
    // The ping was answered, the call was not.
    return Finding(.call, .functionTimeout, obstacle.evidence)
  }

  private func answered(_ returned: Int32) -> Finding {
    let sent = facts.write.sent ?? 0
    if facts.seen.isContrary {
      return webhook.isToBlame ? webhook.finding : publish.contrary(returned)
    }
    if facts.seen.directEvent != nil { return webhook.finding }
    if Int64(returned) != sent {
      return Finding(
        .call, .functionRefused,
        "I called \(facts.plan.function)(\(sent)) myself: it returned \(returned).")
    }
    if facts.seen.isAwkward { return publish.awkward(unseen: [.call]) }
    // Which of the two halves broke first shows only in the sketch's own count.
    return webhook.isToBlame ? webhook.finding : publish.silent(returned)
  }
}
