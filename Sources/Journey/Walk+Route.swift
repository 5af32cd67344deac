import Guidebook

extension Walk {
  /// The question whose answer chooses between the guide's two paths.
  package static let pathQuestion = "path"

  /// The sections on the person's path, in order. Before the path is chosen, those on both.
  package func sections(for state: WalkState) -> [Section] { wayThrough(state).sections }

  /// The steps on the person's path, in order.
  package func route(for state: WalkState) -> [Step] { wayThrough(state).steps }

  /// The same, with the places of the steps.
  func wayThrough(_ state: WalkState) -> WalkRoute {
    path(in: state).flatMap { routes[$0] } ?? routeBeforePath
  }

  /// The path that was chosen.
  package func path(in state: WalkState) -> GuidePath? {
    guard case .plain(let name)? = state.answers[Walk.pathQuestion] else { return nil }
    return GuidePath(rawValue: name)
  }

  /// Whether it is known how many steps the route has: before the path of a guide with two is
  /// chosen, it is not.
  package func knowsEnd(in state: WalkState) -> Bool {
    path(in: state) != nil || guide.sections.allSatisfy { $0.path == nil }
  }

  /// Steps of the log that this guide does not have any more.
  package func vanished(in state: WalkState) -> [StepName] {
    state.standings.keys.filter { named($0) == nil }.sorted { $0.rawValue < $1.rawValue }
  }

  /// What the guide has now and had not when this walk last met it, on the person's path; empty
  /// before the walk knows of any.
  package func added(since state: WalkState) -> [Step] {
    route(for: state).filter { !hasMet($0.name, in: state) }
  }

  /// Whether the guide had the step when this walk last met it: nothing of the log is about one
  /// that it had not, and it is come to when the walk meets the guide as it is.
  func hasMet(_ name: StepName, in state: WalkState) -> Bool {
    state.known.isEmpty || state.known.contains(name)
  }

  /// The names of all steps, on both paths.
  package var stepNames: [StepName] { guide.sections.flatMap(\.steps).map(\.name) }

  /// The steps still to be settled, in order.
  package func open(in state: WalkState) -> [Step] {
    route(for: state).filter { !(state.standings[$0.name]?.isSettled ?? false) }
  }

  /// The first open step after a place, else the first of all.
  func nextOpen(after name: StepName?, in state: WalkState) -> Step? {
    let way = wayThrough(state)
    let isOpen = { (place: Int) in
      let name = way.steps[place].name
      return !(state.standings[name]?.isSettled ?? false) && hasMet(name, in: state)
    }
    let next = way.place(of: name).map { $0 + 1 } ?? 0
    let place =
      (next..<way.steps.count).first(where: isOpen) ?? (0..<next).first(where: isOpen)
    return place.map { way.steps[$0] }
  }
}
