import Console
import Guidebook
import Journey

/// Where a setup stands, step by step.
struct Standings {
  private let setup: OpenSetup

  init(_ setup: OpenSetup) { self.setup = setup }

  var route: [Step] { setup.walk.route(for: setup.state) }

  /// How many steps of the route are settled.
  var settledCount: Int { route.count - setup.walk.open(in: setup.state).count }

  var isComplete: Bool { setup.walk.open(in: setup.state).isEmpty }

  func standing(of step: Step) -> StandingWords { StandingWords(setup.state.standings[step.name]) }

  /// - Parameter present: the step that is marked as the present one.
  func table(present: StepName?) -> TableView {
    TableView(
      columns: [.init(""), .init("step"), .init("stands"), .init("evidence")],
      rows: route.map { step in
        let words = standing(of: step)
        return [
          .init(step.name == present ? "›" : ""), .init(step.name.rawValue),
          .init(words.word, words.ink), .init(words.evidence),
        ]
      })
  }
}
