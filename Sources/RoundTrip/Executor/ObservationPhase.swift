import BlynkAPI

/// After the write: the waits for events, and the readings of the echo.
enum ObservationPhase {
  static func wait(for wait: TripWait, _ trip: isolated TripExecutor) async {
    if wait == .loop { trip.tell(.lingering) }
    let limit = limit(of: wait, trip)
    if wait == .quota, limit > .zero {
      let seconds = (limit / .seconds(1)).rounded(.up)
      trip.tell(
        .asking("for \(Int(seconds)) s nothing, as Blynk drops webhook calls over ten a minute"))
    }
    await trip.wait(within: limit) { $0.isOver(wait) }
    trip.learn { $0.readings.spend(wait) }
  }

  private static func limit(of wait: TripWait, _ trip: isolated TripExecutor) -> Duration {
    let (timeouts, facts, now) = (trip.plan.timeouts, trip.facts, trip.watch.elapsed)
    let sinceWrite = now - (facts.write.at ?? .zero)
    switch wait {
    case .firstEvent: return timeouts.firstEvent
    case .slowEvent: return min(timeouts.slow, timeouts.event) - sinceWrite
    case .event: return timeouts.event - sinceWrite
    case .directEvent, .reverseEvent: return timeouts.directEvent
    case .firstHook: return timeouts.firstHook
    case .turn: return timeouts.turn
    case .hook, .lastHook: return timeouts.hook - (now - (facts.seen.reply?.at ?? .zero))
    case .loop, .echo: return min(max(facts.lap * 2, timeouts.leastLoop), timeouts.mostLoop)
    case .settle: return min(max(facts.lap * 2, timeouts.settle), timeouts.mostSettle)
    case .rightName: return timeouts.rightName
    case .quota: return timeouts.quota - sinceWrite
    }
  }

  /// Reads the four pins after the next pause; a hook that comes meanwhile is heard.
  static func read(_ trip: isolated TripExecutor) async {
    let plan = trip.plan
    let pauses = plan.timeouts.readPauses
    let pause = pauses.isEmpty ? .zero : pauses[min(trip.facts.readingsInRow, pauses.count - 1)]
    await trip.wait(within: pause) { _ in false }
    if Task.isCancelled { return }
    // One that Blynk does not have spoils the whole reading.
    let pins = plan.pins.filter { !trip.facts.before.lacks($0) }
    do {
      let values = try await trip.blynkAsks { try await $0.values(pins) }
      trip.learn { $0.readings.append(Reading(values, plan, at: trip.watch.elapsed)) }
      if let proof = trip.facts.proof, let ms = trip.facts.write.milliseconds(proof.at) {
        trip.tell(.seen(.read, ms: ms))
      }
    } catch {
      trip.learn { $0.readings.trouble = Obstacle(error, .reading) }
    }
  }
}

extension TripFacts {
  /// How long the value was under way; nothing when that is not known.
  fileprivate var lap: Duration { (proof?.at ?? .zero) - (write.at ?? .zero) }

  /// Whether what is waited for has happened, or can no longer be seen.
  fileprivate func isOver(_ wait: TripWait) -> Bool {
    if events.isLost { return true }
    return switch wait {
    case .firstEvent, .rightName: seen.reply != nil
    case .slowEvent, .event: seen.reply != nil || seen.isMisheard
    case .directEvent: seen.directEvent != nil
    case .reverseEvent: seen.reverseEvent != nil
    case .firstHook, .hook: seen.hookSent != nil || seen.hookError != nil
    case .turn: !seen.awaitsTurn
    case .lastHook: !events.mayBeOthersHook
    case .loop: seen.secondLap != nil
    case .echo, .quota: false
    case .settle: seen.isSettled
    }
  }
}
