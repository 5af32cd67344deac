import BlynkAPI

/// What sets a trip off, and what puts it back, when it is not a write of the switch.
extension TripExecutor {
  /// Calls the function ourselves, as Blynk's webhook would.
  func push(_ value: Int64) async -> QueryResult<Bool> {
    switch await calling(value) {
    case .notAsked: return .notAsked
    case .failed(let obstacle): return .failed(obstacle)
    case .said(let returned):
      if Int64(returned) == value { return .said(true) }
      return .failed(
        Obstacle(
          .functionRefused, "I called \(plan.function)(\(value)) myself: it returned \(returned)."))
    }
  }

  /// Waits for the person to turn the switch. The device's event shows it; a look at the switch now
  /// and then shows a turn that did not reach the device.
  func awaitHand() async {
    let value: Int64 = facts.before.value?.switchValue == 1 ? 0 : 1
    learn { facts in
      facts.forgetSightings()
      facts.sent = value
    }
    tell(.turn(Int(value)))
    for pause in plan.timeouts.handPauses {
      await wait(within: pause) { $0.reply != nil }
      if Task.isCancelled { return }
      if facts.reply != nil { break }
      if await isTurned(to: value) { break }
    }
    let isTurned = facts.reply != nil || facts.handSeenAt != nil
    learn { facts in
      facts.wroteAt = facts.reply?.at ?? facts.handSeenAt
      facts.switchWrites += isTurned ? 1 : 0
      facts.writing = facts.wroteAt.map { .said($0) } ?? .failed(untouched)
    }
  }

  private var untouched: Obstacle {
    let seconds = plan.timeouts.handPauses.reduce(.zero, +).components.seconds
    return Obstacle(
      .unknown, "Nobody turned \(plan.switchPin) within \(seconds) s.", couldNotAsk: true)
  }

  private func isTurned(to value: Int64) async -> Bool {
    let shown = try? await blynkAsks { try await $0.value(self.plan.switchPin) }
    guard shown?.integer == value else { return false }
    learn { $0.handSeenAt = watch.elapsed }
    return true
  }
}
