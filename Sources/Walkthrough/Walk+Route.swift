import Guide

extension Walk {
  /// The question whose answer chooses between the guide's two paths.
  package static let pathQuestion = "path"

  /// The sections on the person's path, in order. Before the path is chosen, those on both.
  package func sections(for state: WalkState) -> [Section] { wayThrough(state).sections }

  /// The steps on the person's path, in order.
  package func route(for state: WalkState) -> [Step] { wayThrough(state).steps }

  /// The step of the person's path that asks a question.
  package func asker(of question: String, in state: WalkState) -> Step? {
    route(for: state).first { $0.ask?.name == question }
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

  /// Steps of the log that this guide does not have any more, in no part.
  package func vanished(in state: WalkState) -> [StepName] {
    state.standings.keys.filter { named($0) == nil && parts(of: $0).isEmpty }
      .sorted { $0.rawValue < $1.rawValue }
  }

  /// The steps of this guide that a step of an earlier one was parted into.
  package func parts(of name: StepName) -> [Step] {
    guide.sections.flatMap(\.steps).filter { $0.formerly == name }
  }

  /// Settled steps that were parted into several since this walk last met the guide.
  package func parted(since state: WalkState) -> [StepName] {
    Set(heirs(in: state).compactMap(\.formerly)).sorted { $0.rawValue < $1.rawValue }
  }

  /// What the guide has now and had not when this walk last met it, on the person's path; empty
  /// before the walk knows of any.
  package func added(since state: WalkState) -> [Step] {
    route(for: state).filter { !hasMet($0.name, in: state) && inherited($0, state) == nil }
  }

  /// Whether the guide had the step when this walk last met it: nothing of the log is about one
  /// that it had not, and it is come to when the walk meets the guide as it is.
  func hasMet(_ name: StepName, in state: WalkState) -> Bool {
    state.known.isEmpty || state.known.contains(name)
  }

  /// How the step that a new one was a part of stands, where it was settled.
  func inherited(_ step: Step, _ state: WalkState) -> StepStatus? {
    guard let standing = step.formerly.flatMap({ state.standings[$0] }), standing.isSettled else {
      return nil
    }
    return standing
  }

  /// The steps that a walk has not met yet and that were done as parts of another one.
  func heirs(in state: WalkState) -> [Step] {
    guide.sections.flatMap(\.steps).filter {
      !state.known.contains($0.name) && state.standings[$0.name] == nil
        && inherited($0, state) != nil
    }
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
