import Guide

/// The machine of the walk: `(State, Event) → (State, [Command])`, pure.
///
/// Start and resume are the same: fold `step` over the log, then perform the commands once more.
package struct Walk: Sendable {
  /// What is walked; its steps may be others than when the log was begun.
  package let guide: GuideDocument
  private let stepsByName: [StepName: Step]
  /// Made once, as each event of a long log asks for one.
  private let routes: [GuidePath: WalkRoute]
  private let routeBeforePath: WalkRoute

  /// A machine for this guide; it holds no state of a walk.
  package init(guide: GuideDocument) {
    self.guide = guide
    let all = guide.sections.flatMap(\.steps)
    stepsByName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
    routes = Dictionary(
      uniqueKeysWithValues: GuidePath.allCases.map { ($0, WalkRoute(guide, path: $0)) })
    routeBeforePath = WalkRoute(guide, path: nil)
  }

  /// What happens to a walk when this happened, and what is to be done next.
  package func step(_ state: WalkState, _ event: WalkEvent) -> (WalkState, [WalkCommand]) {
    var next = state
    WalkReducer(walk: self).advance(&next, event)
    return (next, commands(in: next))
  }

  /// The state after all of these.
  package func fold(_ events: some Sequence<WalkEvent>) -> WalkState {
    var state = WalkState()
    let reducer = WalkReducer(walk: self)
    for event in events { reducer.advance(&state, event) }
    return state
  }

  /// What is to be done in this state.
  package func commands(in state: WalkState) -> [WalkCommand] {
    guard let step = state.step.flatMap({ stepsByName[$0] }) else { return [.finish] }
    switch state.phase {
    case .asking: return step.ask.map { [.ask($0, at: step)] } ?? []
    case .checking: return step.check.map { [.check($0, at: step)] } ?? []
    case .offering: return step.act.map { [.offer(act: $0, at: step)] } ?? []
    case .acting: return step.act.map { [.perform(act: $0, at: step)] } ?? []
    case .byHand: return [.awaitHand(at: step)]
    case .stuck(let code): return [.awaitMove(code: code, at: step)]
    case .resting: return [.rest(at: step)]
    case .finished: return [.finish]
    }
  }

  /// The step of that name, if the guide still has it.
  package func named(_ name: StepName) -> Step? { stepsByName[name] }

  /// The person's path: its steps in order, with their places.
  func wayThrough(_ state: WalkState) -> WalkRoute {
    path(in: state).flatMap { routes[$0] } ?? routeBeforePath
  }
}
