import BlynkAPI

/// Putting the switch back as found.
extension TripExecutor {
  /// Writes the switch as it was before the trip.
  ///
  /// A cloud that cannot be asked is asked again: it may be restarting.
  func restore() async {
    let isPush = plan.kind == .up
    learn { facts in
      facts.switchWrites += isPush ? 0 : 1
      facts.restoreMark = facts.sightings.count
    }
    for pause in [.zero] + plan.timeouts.restorePauses {
      if pause > .zero { try? await clock.sleep(for: pause) }
      await writeBack()
      let isOver = facts.restoring.obstacle?.couldNotAsk != true
      if isOver || Task.isCancelled { break }
    }
    if facts.restoring.value != nil { tell(.restored) }
  }

  private func writeBack() async {
    let value = facts.switchBefore
    if plan.kind == .up {
      let pushed = await push(value)
      return learn { $0.restoring = pushed }
    }
    do {
      try await blynkWrites(.int(value), to: plan.switchPin)
      learn { $0.restoring = .said(true) }
    } catch {
      learn { $0.restoring = .failed(Obstacle(error, .puttingBack)) }
    }
  }

  /// The same when the trip was called off: in a task of its own, which nobody cancels, and within
  /// a time of its own. A device that we called ourselves may not follow the switch, so it is told.
  func restoreAtAnyRate() async {
    let isMoved = facts.mustRestore && facts.restoring.value == nil
    guard isMoved || facts.mayBeAstray else { return }
    let restoring = Task {
      if isMoved { await self.restore() }
      if self.facts.mayBeAstray { await self.ask(.putBack) }
    }
    let alarm = Task { [clock, plan] in
      try? await clock.sleep(for: plan.timeouts.restore)
      restoring.cancel()
    }
    await restoring.value
    alarm.cancel()
  }
}
