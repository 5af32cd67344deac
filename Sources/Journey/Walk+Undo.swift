extension Walk {
  /// The state before the last decision; the same state when there is none.
  func undone(_ state: WalkState) -> WalkState {
    guard var before = state.past.last else { return state }
    before.past = state.past.dropLast()
    before.future = state.future + [state.alone]
    // A guide that changed meanwhile stays changed.
    before.known = state.known
    return before
  }

  /// The state that was last taken back; the same state when there is none.
  func redone(_ state: WalkState) -> WalkState {
    guard var after = state.future.last else { return state }
    after.past = state.past + [state.alone]
    after.future = state.future.dropLast()
    after.known = state.known
    return after
  }

  /// A decision is remembered, and ends what could be redone; what follows from it is not.
  func remembering(_ before: WalkState, _ after: WalkState, _ event: WalkEvent) -> WalkState {
    guard event.isDecision else { return after }
    var after = after
    after.past = (before.past + [before.alone]).suffix(WalkState.pastLimit)
    after.future = []
    return after
  }
}
