import BlynkAPI

/// Writing down what is about to be changed, before it is: whoever comes next can put it back.
extension TripExecutor {
  /// Before the write that sets the trip off. Where it cannot be written down nothing is changed,
  /// and the trip is over.
  func isNoted(before value: Int64) -> Bool {
    let was = facts.switchBefore(sending: value)
    if plan.kind != .up {
      note.values = [RestoreNote.Value(plan.switchPin, was: .int(was), wrote: [.int(value)])]
    }
    note.call = RestoreNote.Call(
      plan.function, was: was, called: [value], isOurs: plan.kind == .up)
    if let obstacle = keep() {
      learn { $0.before = .failed(obstacle) }
      return false
    }
    return true
  }

  /// Before the device's function is called by us.
  func isCallNoted(with value: Int64) -> Bool {
    let called = note.call?.called ?? []
    note.call = RestoreNote.Call(
      plan.function, was: facts.switchBefore, called: called + [value], isOurs: true)
    guard let obstacle = keep() else { return true }
    learn { facts in
      if facts.direct.isAsked {
        facts.reverse = .failed(obstacle)
      } else {
        facts.direct = .failed(obstacle)
      }
    }
    return false
  }

  /// Before Blynk gets the event's values from us: of these the echo is put back.
  func isEchoNoted() -> Bool {
    guard let echo = facts.before.value?.echo, let sent = facts.sent else { return true }
    note.values.append(RestoreNote.Value(plan.echoPin, was: .int(echo), wrote: [.int(sent)]))
    guard let obstacle = keep() else { return true }
    learn { $0.uplink = .failed(obstacle) }
    return false
  }

  /// At the end. What was given up without an answer may still arrive, so the next start looks
  /// once more.
  func noteWhatIsLeft() {
    guard note != RestoreNote() else { return }
    let isPush = plan.kind == .up
    let isRestored = !facts.mustRestore || facts.restoring.value != nil
    let isCertain =
      plan.kind != .whole && plan.kind != .down
      || facts.writing.obstacle?.couldNotAsk != true
    if isRestored, isCertain { note.values.removeAll { $0.pin == plan.switchPin } }
    let isAstray = isPush ? !isRestored : facts.mayBeAstray && facts.direct.mayHaveMoved
    // Two calls of Blynk's webhook that are under way at once may arrive in either order.
    let isFollowed =
      !facts.isInterrupted || !facts.mustRestore || isPush || facts.settleEvent != nil
      || facts.putBack.value != nil
    if isRestored, !isFollowed, !isAstray {
      note.call?.isOurs = false
      note.call?.follows = plan.switchPin
    } else if !isAstray, isCertain {
      note.call = nil
    } else if facts.isWayBackLost {
      note.call?.isOurs = true
    }
    note.isRestored =
      isRestored && isFollowed && !isAstray && !note.values.contains { $0.pin == plan.echoPin }
    _ = keep()
  }

  /// - Returns: why it could not be written down.
  private func keep() -> Obstacle? {
    do {
      try entry.keep(note)
      return nil
    } catch {
      return Obstacle(error)
    }
  }
}

extension TripFacts {
  /// What the switch, or the device, will be put back to when this value is sent.
  fileprivate func switchBefore(sending value: Int64) -> Int64 {
    let known = plan.kind == .up ? before.value?.echo : before.value?.switchValue
    return known ?? 1 - value
  }
}

extension QueryResult<Int32> {
  /// Whether a call of the function may have moved the device: nobody refused it.
  fileprivate var mayHaveMoved: Bool {
    switch self {
    case .notAsked, .said: true
    case .failed(let obstacle): obstacle.couldNotAsk
    }
  }
}
