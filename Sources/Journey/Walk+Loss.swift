import Guidebook

extension Walk {
  /// What was given for a question is not there any more: it is asked again, and what was proven
  /// with it is proven again. No undo brings back what is gone.
  func lost(_ question: String, _ state: WalkState) -> WalkState {
    let asker = route(for: state).first { $0.ask?.name == question }
    var next = without(question, asker, state)
    next.past = state.past.map { without(question, asker, $0) }
    next.future = state.future.map { without(question, asker, $0) }
    return asker.map { enter($0, next) } ?? next
  }

  /// An optional question goes without an answer from now on; what was proven with the answer is
  /// proven again.
  func cleared(_ question: String, _ state: WalkState) -> WalkState {
    guard let asker = route(for: state).first(where: { $0.ask?.name == question }),
      asker.ask?.isOptional == true
    else { return state }
    let leftOut = Standing.skipped(why: Standing.leftOutWhy)
    guard state.answers[question] != nil else { return settle(asker.name, leftOut, state) }
    var next = without(question, asker, state)
    next.given[question] = nil
    reopen(when: question, &next)
    next.standings[asker.name] = leftOut
    // As with another answer: what is ahead changes nothing of where the walk stands.
    let route = route(for: next)
    let present = route.firstIndex { $0.name == state.step } ?? route.count
    let place = route.firstIndex { $0.name == asker.name } ?? route.count
    guard place > present, let step = state.step.flatMap(named) else {
      return enter(nextOpen(after: asker.name, in: next), next)
    }
    return enter(step, next)
  }

  private func without(_ question: String, _ asker: Step?, _ state: WalkState) -> WalkState {
    var next = state
    next.answers[question] = nil
    if let asker { reopen(from: asker.name, &next) }
    return next
  }
}
