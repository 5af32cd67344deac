import BlynkAPI

/// What sets a trip off: a write of the switch, a call of the function, or a person's turn.
enum WritePhase {
  /// Sets the switch to the other value.
  static func write(_ trip: isolated TripExecutor) async {
    if trip.plan.kind == .byHand { return await awaitHand(trip) }
    let isPush = trip.plan.kind == .up
    let known = trip.facts.before.known
    let before = isPush ? known?.echo : known?.switchValue
    let value: Int64 = before == 1 ? 0 : 1
    // Where it cannot be written down nothing is changed, and the trip is over.
    if let obstacle = trip.journal.noteWrite(of: value, trip.facts) {
      return trip.learn { $0.before.pins = .failed(obstacle) }
    }
    trip.learn { facts in
      facts.write.count += isPush ? 0 : 1
      facts.events.forget()
      facts.write.send(value, at: trip.watch.elapsed)
      facts.write.answer = .failed(Obstacle(.unknown, "no reply yet", couldNotAsk: true))
    }
    trip.tell(.sent(Int(value)))
    if isPush { await push(value, trip) } else { await set(value, trip) }
  }

  private static func push(_ value: Int64, _ trip: isolated TripExecutor) async {
    let pushed = await trip.push(value)
    trip.learn { facts in
      facts.write.answer = pushed.obstacle.map { .failed($0) } ?? .said(trip.watch.elapsed)
    }
  }

  private static func set(_ value: Int64, _ trip: isolated TripExecutor) async {
    do {
      try await trip.blynkWrites(.int(value), to: trip.plan.switchPin)
      let at = trip.watch.elapsed
      trip.learn { $0.write.answer = .said(at) }
      if let ms = trip.facts.write.milliseconds(at) { trip.tell(.seen(.write, ms: ms)) }
    } catch {
      trip.learn { $0.write.answer = .failed(Obstacle(error, .writing)) }
    }
  }

  /// Waits for the person to turn the switch. The device's event shows it; a look at the switch now
  /// and then shows a turn that did not reach the device.
  private static func awaitHand(_ trip: isolated TripExecutor) async {
    let value: Int64 = trip.facts.before.known?.switchValue == 1 ? 0 : 1
    trip.learn { facts in
      facts.events.forget()
      facts.write.send(value)
    }
    trip.tell(.turn(Int(value)))
    for pause in trip.plan.timeouts.handPauses {
      await trip.wait(within: pause) { $0.seen.reply != nil }
      if Task.isCancelled { return }
      if trip.facts.seen.reply != nil { break }
      if await isTurned(to: value, trip) { break }
    }
    let isTurned = trip.facts.seen.reply != nil || trip.facts.write.turnSeenAt != nil
    trip.learn { facts in
      facts.write.turned(
        at: facts.seen.reply?.at ?? facts.write.turnSeenAt, orElse: untouched(trip.plan))
      facts.write.count += isTurned ? 1 : 0
    }
  }

  private static func untouched(_ plan: TripPlan) -> Obstacle {
    let seconds = plan.timeouts.handPauses.reduce(.zero, +).components.seconds
    return Obstacle(
      .unknown, "Nobody turned \(plan.switchPin) within \(seconds) s.", couldNotAsk: true)
  }

  private static func isTurned(to value: Int64, _ trip: isolated TripExecutor) async -> Bool {
    let pin = trip.plan.switchPin
    let shown = try? await trip.blynkAsks { try await $0.value(pin) }
    guard shown?.integer == value else { return false }
    trip.learn { $0.write.turnSeenAt = trip.watch.elapsed }
    return true
  }
}
