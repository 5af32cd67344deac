import BlynkAPI

/// The write, the waits and the readings.
extension TripExecutor {
  /// Sets the switch to the other value.
  func write() async {
    if plan.kind == .byHand { return await awaitHand() }
    let isPush = plan.kind == .up
    let before = isPush ? facts.before.value?.echo : facts.before.value?.switchValue
    let value: Int64 = before == 1 ? 0 : 1
    guard isNoted(before: value) else { return }
    learn { facts in
      facts.switchWrites += isPush ? 0 : 1
      facts.forgetSightings()
      facts.sent = value
      facts.wroteAt = watch.elapsed
      facts.writing = .failed(Obstacle(.unknown, "no reply yet", couldNotAsk: true))
    }
    tell(.sent(Int(value)))
    if isPush {
      let pushed = await push(value)
      return learn { facts in
        facts.writing = pushed.obstacle.map { .failed($0) } ?? .said(watch.elapsed)
      }
    }
    do {
      try await blynkWrites(.int(value), to: plan.switchPin)
      let at = watch.elapsed
      learn { $0.writing = .said(at) }
      if let ms = facts.milliseconds(at) { tell(.seen(.write, ms: ms)) }
    } catch {
      learn { $0.writing = .failed(Obstacle(error, .writing)) }
    }
  }

  func wait(for wait: Wait) async {
    if wait == .loop { tell(.lingering) }
    let limit = limit(of: wait)
    if wait == .quota, limit > .zero {
      let seconds = (limit / .seconds(1)).rounded(.up)
      tell(.asking("for \(Int(seconds)) s nothing, as Blynk drops webhook calls over ten a minute"))
    }
    await self.wait(within: limit) { $0.isOver(wait) }
    learn { $0.spend(wait) }
  }

  private func limit(of wait: Wait) -> Duration {
    let timeouts = plan.timeouts
    let sinceWrite = watch.elapsed - (facts.wroteAt ?? .zero)
    switch wait {
    case .firstEvent: return timeouts.firstEvent
    case .slowEvent: return min(timeouts.slow, timeouts.event) - sinceWrite
    case .event: return timeouts.event - sinceWrite
    case .directEvent, .reverseEvent: return timeouts.directEvent
    case .firstHook: return timeouts.firstHook
    case .turn: return timeouts.turn
    case .hook, .lastHook: return timeouts.hook - (watch.elapsed - (facts.reply?.at ?? .zero))
    case .loop, .echo: return min(max(lap * 2, timeouts.leastLoop), timeouts.mostLoop)
    case .settle: return min(max(lap * 2, timeouts.settle), timeouts.mostSettle)
    case .rightName: return timeouts.rightName
    case .quota: return timeouts.quota - sinceWrite
    }
  }

  /// How long the value was under way; nothing when that is not known.
  private var lap: Duration { (facts.proof?.at ?? .zero) - (facts.wroteAt ?? .zero) }

  /// Reads the four pins after the next pause; a hook that comes meanwhile is heard.
  func read() async {
    let pauses = plan.timeouts.readPauses
    let pause = pauses.isEmpty ? .zero : pauses[min(facts.readingsInRow, pauses.count - 1)]
    await wait(within: pause) { _ in false }
    if Task.isCancelled { return }
    do {
      let values = try await blynkAsks { try await $0.values(self.readablePins) }
      learn { $0.readings.append(Reading(values, plan, at: watch.elapsed)) }
      if let proof = facts.proof, let ms = facts.milliseconds(proof.at) {
        tell(.seen(.read, ms: ms))
      }
    } catch {
      learn { $0.readTrouble = Obstacle(error, .reading) }
    }
  }

  /// The pins without those that Blynk does not have: one of these spoils the whole reading.
  private var readablePins: [Pin] {
    plan.pins.filter { !facts.missingPins.contains("\($0)") }
  }
}

extension TripFacts {
  /// Whether what is waited for has happened, or can no longer be seen.
  fileprivate func isOver(_ wait: Wait) -> Bool {
    if streamIsLost { return true }
    return switch wait {
    case .firstEvent: reply != nil
    case .slowEvent, .event: reply != nil || isMisheard
    case .directEvent: directEvent != nil
    case .reverseEvent: reverseEvent != nil
    case .firstHook, .hook: hookSent != nil || hookError != nil
    case .turn: !awaitsTurn
    case .lastHook: !mayBeOthersHook
    case .loop: secondLap != nil
    case .rightName: reply != nil
    case .echo, .quota: false
    case .settle: isSettled
    }
  }
}
