import Core
import Guide

/// What an event makes of the state of a walk: the pure half of the machine that changes things.
struct WalkReducer: Sendable {
  /// What the steps and their order are looked up in.
  let walk: Walk

  /// The state after an event. An event of another step than the present one changes that step's
  /// standing and leaves the walk where it is.
  ///
  /// A state is handed on, not copied: its tables would be copied with it, event by event.
  func after(_ state: consuming WalkState, _ event: WalkEvent) -> WalkState {
    switch event {
    case .began: enterNext(after: nil, state)
    case .answered(let question, let answer): given(question, answer, state)
    case .learned(let question, let answer): answered(question, answer, state)
    case .cleared(let question): cleared(question, state)
    case .lost(let question): lost(question, state)
    case .found(let question): found(question, state)
    case .checkHeld(let step, let evidence): settle(step, .proven(evidence: evidence), state)
    case .checkFailed(let step, let code): failed(step, code, state, mayOffer: true)
    case .checkUnanswered(let step, let code), .actFailed(let step, let code):
      failed(step, code, state, mayOffer: false)
    case .checkLacking(let step): lacking(step, state)
    case .offerAccepted(let step):
      turn(step, to: .acting, state, if: walk.named(step)?.act != nil)
    case .offerDeclined(let step): turn(step, to: .byHand, state)
    case .actDone(let step, let result, _): acted(step, result, state)
    case .confirmed(let step): confirmed(step, state)
    case .skipped(let step, let why): settle(step, .skipped(why: why), state)
    case .retried(let step):
      turn(step, to: walk.named(step)?.check == nil ? .byHand : .checking, state)
    case .drifted(let step, let code): drifted(step, code, state)
    case .guideChanged(let steps): guideChanged(steps, state)
    case .wentBack: wentBack(state)
    case .wentTo(let step): wentTo(step, state)
    case .movedOn: enterNext(after: nil, state)
    case .undone: undone(state)
    case .redone: redone(state)
    }
  }

  /// A place in a guide that changed: a present step that vanished, or that was not there yet, is
  /// left for the next open one.
  func settle(_ state: consuming WalkState) -> WalkState {
    guard let step = state.step,
      !walk.hasMet(step, in: state) || walk.wayThrough(state).place(of: step) == nil
    else { return state }
    return enterNext(after: nil, state)
  }

  private func enterNext(after name: StepName?, _ state: consuming WalkState) -> WalkState {
    let next = walk.nextOpen(after: name, in: state)
    return enter(next, state)
  }

  private func wentTo(_ name: StepName, _ state: consuming WalkState) -> WalkState {
    guard let step = walk.named(name) else { return state }
    return turn(to: step, state)
  }

  private func given(
    _ question: String, _ answer: GivenAnswer, _ state: consuming WalkState
  ) -> WalkState {
    state.given[question] = answer
    return answered(question, answer, state)
  }

  private func answered(
    _ question: String, _ answer: GivenAnswer, _ state: WalkState
  ) -> WalkState {
    var next = state
    let changed = state.answers[question] != answer
    next.answers[question] = answer
    next.lost[question] = nil
    if changed { reopen(when: question, &next) }
    let route = walk.route(for: next)
    guard let place = route.firstIndex(where: { $0.ask?.name == question }) else {
      return state.step.flatMap(walk.named).map { visit($0, next) } ?? next
    }
    let asker = route[place]
    if changed {
      reopen(from: asker.name, &next)
      next.forgetLostProofs()
    }
    // Another answer to an earlier question is looked at at once, then all that rests on it.
    let present = route.firstIndex { $0.name == state.step } ?? route.count
    let goesThere = asker.name == state.step || (changed && place < present)
    guard !goesThere else { return enter(asker, next) }
    return state.step.flatMap(walk.named).map { visit($0, next) } ?? next
  }

  /// What was proven with another answer is to be proven again; what only a person saw stays.
  func reopen(from name: StepName, _ state: inout WalkState) {
    state.standings[name] = nil
    for step in walk.route(for: state).drop(while: { $0.name != name }) where step.check != nil {
      if case .proven? = state.standings[step.name] { state.standings[step.name] = nil }
    }
  }

  /// What had nothing to do without this answer.
  func reopen(when question: String, _ state: inout WalkState) {
    for step in walk.route(for: state) where step.when == question {
      state.standings[step.name] = nil
    }
  }

  func settle(
    _ name: StepName, _ standing: StepStatus, _ state: consuming WalkState
  ) -> WalkState {
    state.standings[name] = standing
    return name == state.step ? enterNext(after: name, state) : state
  }

  private func failed(
    _ name: StepName, _ code: String, _ state: WalkState, mayOffer: Bool
  ) -> WalkState {
    guard name == state.step, let step = walk.named(name) else { return state }
    var next = state
    let offers = mayOffer && step.act != nil && !state.offered
    next.offered = state.offered || offers
    next.phase = offers ? .offering : .stuck(code: code)
    return next
  }

  /// Without a check the act is offered, an answer counts as given, and the rest is the person's
  /// word.
  private func lacking(_ name: StepName, _ state: WalkState) -> WalkState {
    guard name == state.step, let step = walk.named(name) else { return state }
    var next = state
    next.lacksCheck = true
    if let result = state.done { return settle(name, .done(result: result), next) }
    if step.act != nil, !state.offered {
      next.offered = true
      next.phase = .offering
      return next
    }
    if step.ask != nil, step.act == nil { return settle(name, .given, next) }
    return turn(name, to: .byHand, next)
  }

  private func acted(
    _ name: StepName, _ result: Phrase, _ state: consuming WalkState
  ) -> WalkState {
    guard let step = walk.named(name), step.check != nil, !state.lacksCheck else {
      return settle(name, .done(result: result), state)
    }
    if name == state.step { state.done = result }
    return turn(name, to: .checking, state)
  }

  private func confirmed(_ name: StepName, _ state: consuming WalkState) -> WalkState {
    guard let step = walk.named(name), step.check != nil, !state.lacksCheck else {
      return settle(name, .said, state)
    }
    return turn(name, to: .checking, state)
  }

  private func drifted(_ name: StepName, _ code: String, _ state: WalkState) -> WalkState {
    var next = state
    next.standings[name] = .drifted(code: code)
    return state.step == nil ? enter(walk.nextOpen(after: nil, in: next), next) : next
  }

  private func turn(
    _ name: StepName, to phase: Phase, _ state: consuming WalkState, if isPossible: Bool = true
  ) -> WalkState {
    guard isPossible, name == state.step else { return state }
    state.phase = phase
    if phase == .acting || phase == .byHand { state.offered = true }
    return state
  }

  /// A walk at its end goes on where the guide has become longer.
  private func guideChanged(_ steps: [StepName], _ state: WalkState) -> WalkState {
    let next = meeting(Set(steps), state)
    // Where it stands was settled in another step: there is nothing to do any more.
    let stays = next.step.map { next.standings[$0] == state.standings[$0] } ?? false
    return stays ? next : enter(walk.nextOpen(after: nil, in: next), next)
  }

  private func wentBack(_ state: WalkState) -> WalkState {
    let route = walk.route(for: state)
    let place = route.firstIndex { $0.name == state.step } ?? route.count
    return place > 0 ? visit(route[place - 1], state) : state
  }
}
