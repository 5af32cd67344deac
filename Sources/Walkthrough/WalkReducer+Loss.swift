import Guide

extension WalkReducer {
  /// What was given for a question is not there any more: it is asked again, and what was proven
  /// with it is proven again. No undo brings back what is gone.
  func lost(_ question: String, _ state: WalkState) -> WalkState {
    let asker = walk.asker(of: question, in: state)
    var next = losing(question, asker, state)
    next.past = state.past.map { losing(question, asker, $0) }
    next.future = state.future.map { losing(question, asker, $0) }
    return asker.map { enter($0, next) } ?? next
  }

  private func losing(_ question: String, _ asker: Step?, _ state: WalkState) -> WalkState {
    var next = without(question, asker, state)
    if let answer = state.answers[question] {
      let gone = state.standings.filter { next.standings[$0.key] == nil }
      next.lost[question] = LostAnswer(answer: answer, standings: gone)
    }
    return next
  }

  /// A secret that was lost is there again, and with it what was proven by it; but for what was
  /// proven anew, or rests on another answer that changed meanwhile.
  func found(_ question: String, _ state: WalkState) -> WalkState {
    guard state.lost[question] != nil else { return state }
    var next = finding(question, state)
    next.past = state.past.map { finding(question, $0) }
    next.future = state.future.map { finding(question, $0) }
    guard let step = state.step.flatMap(walk.named),
      !(next.standings[step.name]?.isSettled ?? false)
    else { return enter(walk.nextOpen(after: nil, in: next), next) }
    return enter(step, next)
  }

  private func finding(_ question: String, _ state: WalkState) -> WalkState {
    guard let lost = state.lost[question] else { return state }
    var next = state
    next.lost[question] = nil
    next.answers[question] = lost.answer
    next.standings.merge(lost.standings) { present, _ in present }
    return next
  }

  /// An optional question goes without an answer from now on; what was proven with the answer is
  /// proven again.
  func cleared(_ question: String, _ state: WalkState) -> WalkState {
    guard let asker = walk.asker(of: question, in: state),
      asker.ask?.isOptional == true
    else { return state }
    let leftOut = StepStatus.skipped(why: StepStatus.leftOutWhy)
    guard state.answers[question] != nil else { return settle(asker.name, leftOut, state) }
    var next = without(question, asker, state)
    next.given[question] = nil
    next.forgetLostProofs()
    reopen(when: question, &next)
    next.standings[asker.name] = leftOut
    // As with another answer: what is ahead changes nothing of where the walk stands.
    let route = walk.route(for: next)
    let present = route.firstIndex { $0.name == state.step } ?? route.count
    let place = route.firstIndex { $0.name == asker.name } ?? route.count
    guard place > present, let step = state.step.flatMap(walk.named) else {
      return enter(walk.nextOpen(after: asker.name, in: next), next)
    }
    return visit(step, next)
  }

  private func without(_ question: String, _ asker: Step?, _ state: WalkState) -> WalkState {
    var next = state
    next.answers[question] = nil
    if let asker { reopen(from: asker.name, &next) }
    return next
  }
}

extension WalkState {
  /// Another answer has changed: what was proven before with those that are lost proves nothing.
  mutating func forgetLostProofs() {
    for question in lost.keys { lost[question]?.standings = [:] }
  }
}
