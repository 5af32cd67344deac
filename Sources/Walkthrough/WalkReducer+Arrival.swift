import Guide

extension WalkReducer {
  /// Goes to a step that is to be settled; with none left, the walk is finished.
  func enter(_ step: Step?, _ state: consuming WalkState) -> WalkState {
    state.step = step?.name
    state.offered = false
    state.lacksCheck = false
    state.done = nil
    state.phase = .finished
    guard let step else { return state }
    state.phase = firstPhase(of: step, in: state)
    guard let standing = standingOnArrival(at: step, state) else { return state }
    state.standings[step.name] = standing
    let next = walk.nextOpen(after: step.name, in: state)
    return enter(next, state)
  }

  /// What a step is settled by as soon as it is come to: an answer that nothing checks, or that
  /// there is nothing to do.
  private func standingOnArrival(at step: Step, _ state: WalkState) -> StepStatus? {
    if let when = step.when, state.answers[when] == nil {
      return .skipped(why: "there is no \(when)")
    }
    return state.phase == .resting ? .given : nil
  }

  /// Goes to a step to look at it: a settled one is shown, not done again, and a page is read
  /// before the walk goes on.
  func visit(_ step: Step, _ state: WalkState) -> WalkState {
    var next = state
    if !(state.standings[step.name]?.isSettled ?? false) {
      let isMeant = step.when.map { state.answers[$0] != nil } ?? true
      guard step.isPage, isMeant else { return enter(step, state) }
      next.standings[step.name] = .given
    }
    next.step = step.name
    next.offered = false
    next.lacksCheck = false
    next.done = nil
    next.phase = .resting
    return next
  }

  /// Goes to a step by its name: one that was skipped is to be done now, a settled one is shown.
  func turn(to step: Step, _ state: WalkState) -> WalkState {
    guard case .skipped? = state.standings[step.name],
      step.when.map({ state.answers[$0] != nil }) ?? true
    else { return visit(step, state) }
    return enter(step, state)
  }

  /// Ask first, look second, offer third; what only a person can do comes last.
  private func firstPhase(of step: Step, in state: WalkState) -> Phase {
    if let question = step.ask, state.answers[question.name] == nil { return .asking }
    if step.check != nil { return .checking }
    if step.act != nil { return .offering }
    return step.ask != nil || step.isPage ? .resting : .byHand
  }
}
