import Guide

/// A guide that has other steps than when the walk last met it.
extension WalkReducer {
  /// The state once it knows of these steps: what was done in one step is done in all that it was
  /// parted into.
  func meeting(_ steps: Set<StepName>, _ state: WalkState) -> WalkState {
    guard steps != state.known else { return state }
    var next = state
    for step in walk.heirs(in: state) { next.standings[step.name] = walk.inherited(step, state) }
    next.known = steps
    return firstOpenPart(in: next, since: state).map { enter($0, next) } ?? next
  }

  /// A part, new to the walk, of a step that it had come to and not settled: it goes back there.
  private func firstOpenPart(in state: WalkState, since before: WalkState) -> Step? {
    let way = walk.wayThrough(state)
    let present = way.place(of: state.step) ?? way.steps.count
    return way.steps.prefix(present).first {
      $0.formerly != nil && !before.known.contains($0.name) && state.standings[$0.name] == nil
    }
  }
}
