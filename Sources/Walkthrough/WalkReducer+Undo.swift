extension WalkReducer {
  /// The state before the last decision; the same state when there is none.
  func undone(_ state: WalkState) -> WalkState {
    guard let last = state.past.last else { return state }
    // A guide that changed meanwhile stays changed.
    var before = meeting(state.known, last)
    before.past = state.past.dropLast()
    before.future = state.future + [state.alone]
    return before
  }

  /// The state that was last taken back; the same state when there is none.
  func redone(_ state: WalkState) -> WalkState {
    guard let first = state.future.last else { return state }
    var after = meeting(state.known, first)
    after.past = state.past + [state.alone]
    after.future = state.future.dropLast()
    return after
  }

  /// Changes the state to that after an event. A decision is remembered, and ends what could be
  /// redone; what follows from it is not.
  ///
  /// The states before it stand aside meanwhile, so that no event copies all of them; but for the
  /// events that change those too.
  func advance(_ state: inout WalkState, _ event: WalkEvent) {
    switch event {
    case .undone, .redone, .lost, .found: return state = settle(after(state, event))
    default: break
    }
    var (past, future): ([WalkState], [WalkState]) = ([], [])
    swap(&past, &state.past)
    swap(&future, &state.future)
    if event.isDecision {
      past.append(state)
      if past.count > WalkState.pastLimit { past.removeFirst(past.count - WalkState.pastLimit) }
      future = []
    }
    var present = WalkState()
    swap(&present, &state)
    state = settle(after(consume present, event))
    (state.past, state.future) = (past, future)
  }
}
