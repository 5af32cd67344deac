import BlynkAPI

/// Putting the switch back as found.
enum RestorePhase {
  /// Writes the switch as it was before the trip.
  ///
  /// A cloud that cannot be asked is asked again: it may be restarting.
  static func restore(_ trip: isolated TripExecutor) async {
    let isPush = trip.plan.kind == .up
    trip.learn { facts in
      facts.write.count += isPush ? 0 : 1
      facts.events.mark(.restoring)
    }
    for pause in [.zero] + trip.plan.timeouts.restorePauses {
      if pause > .zero { try? await trip.clock.sleep(for: pause) }
      await writeBack(trip)
      let isOver = trip.facts.restoring.obstacle?.couldNotAsk != true
      if isOver || Task.isCancelled { break }
    }
    if trip.facts.restoring.value != nil { trip.tell(.restored) }
  }

  private static func writeBack(_ trip: isolated TripExecutor) async {
    let value = trip.facts.switchBefore
    if trip.plan.kind == .up {
      let pushed = await trip.push(value)
      return trip.learn { $0.restoring = pushed }
    }
    do {
      try await trip.blynkWrites(.int(value), to: trip.plan.switchPin)
      trip.learn { $0.restoring = .said(true) }
    } catch {
      trip.learn { $0.restoring = .failed(Obstacle(error, .puttingBack)) }
    }
  }

  /// The same when the trip was called off: in a task of its own, which nobody cancels, and within
  /// a time of its own. A device that we called ourselves may not follow the switch, so it is told.
  static func restoreAtAnyRate(_ trip: isolated TripExecutor) async {
    let isMoved = trip.facts.mustRestore && trip.facts.restoring.value == nil
    guard isMoved || trip.facts.mayBeAstray else { return }
    let restoring = Task {
      if isMoved { await restore(trip) }
      if trip.facts.mayBeAstray { await QueryPhase.ask(.putBack, trip) }
    }
    let (clock, limit) = (trip.clock, trip.plan.timeouts.restore)
    let alarm = Task {
      try? await clock.sleep(for: limit)
      restoring.cancel()
    }
    await restoring.value
    alarm.cancel()
  }
}
