import BlynkAPI

/// Writes down what is about to be changed, before it is: whoever comes next can put it back.
///
/// Each step returns why it could not be written down; then nothing may be changed.
struct RestoreJournal {
  private let plan: TripPlan
  private let entry: RestoreLedger.Entry
  /// What is still to be put back.
  private var note = RestoreNote()

  init(_ plan: TripPlan, _ entry: RestoreLedger.Entry) {
    self.plan = plan
    self.entry = entry
  }

  /// Before the write that sets the trip off.
  mutating func noteWrite(of value: Int64, _ facts: TripFacts) -> Obstacle? {
    let known = plan.kind == .up ? facts.before.known?.echo : facts.before.known?.switchValue
    let was = known ?? 1 - value
    if plan.kind != .up {
      note.values = [RestoreNote.Value(plan.switchPin, was: .int(was), wrote: [.int(value)])]
    }
    note.call = RestoreNote.Call(
      plan.function, was: was, called: [value], isOurs: plan.kind == .up)
    return keep()
  }

  /// Before the device's function is called by us.
  mutating func noteCall(with value: Int64, _ facts: TripFacts) -> Obstacle? {
    let called = note.call?.called ?? []
    note.call = RestoreNote.Call(
      plan.function, was: facts.switchBefore, called: called + [value], isOurs: true)
    return keep()
  }

  /// Before Blynk gets the event's values from us: of these the echo is put back.
  mutating func noteEcho(_ facts: TripFacts) -> Obstacle? {
    guard let echo = facts.before.known?.echo, let sent = facts.write.sent else { return nil }
    note.values.append(RestoreNote.Value(plan.echoPin, was: .int(echo), wrote: [.int(sent)]))
    return keep()
  }

  /// The echo stands as found; it is written down with what comes next.
  mutating func echoIsBack() { note.values.removeAll { $0.pin == plan.echoPin } }

  /// At the end. What was given up without an answer may still arrive, so the next start looks
  /// once more.
  mutating func close(_ facts: TripFacts) {
    guard note != RestoreNote() else { return }
    let isPush = plan.kind == .up
    let isRestored = !facts.mustRestore || facts.restoring.value != nil
    let isCertain =
      plan.kind != .whole && plan.kind != .down
      || facts.write.answer.obstacle?.couldNotAsk != true
    if isRestored, isCertain { note.values.removeAll { $0.pin == plan.switchPin } }
    let isAstray = isPush ? !isRestored : facts.mayBeAstray && facts.calls.direct.mayHaveMoved
    // Two calls of Blynk's webhook that are under way at once may arrive in either order.
    let isFollowed =
      !facts.isInterrupted || !facts.mustRestore || isPush || facts.seen.settleEvent != nil
      || facts.calls.putBack.value != nil
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

  private func keep() -> Obstacle? {
    do {
      try entry.keep(note)
      return nil
    } catch {
      return Obstacle(error)
    }
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
