import Core
import Guide
import Terminal
import Walkthrough

/// Where a setup stands, step by step.
package struct StepStatusList {
  private let setup: OpenSetup

  /// Of the steps on the person's path.
  package init(_ setup: OpenSetup) { self.setup = setup }

  var route: [Step] { setup.walk.route(for: setup.state) }

  /// How many steps of the route are settled.
  var settledCount: Int { route.count - setup.walk.open(in: setup.state).count }

  var isComplete: Bool { setup.walk.open(in: setup.state).isEmpty }

  /// `3 of 22`; only `3` while the path is open, as then nobody knows how many there are.
  func number(of step: StepName) -> Phrase {
    counted((route.firstIndex { $0.name == step } ?? 0) + 1)
  }

  /// `3 of 22 steps settled`.
  package var settledWords: Phrase {
    setup.walk.knowsEnd(in: setup.state)
      ? "\(settledCount) of \(route.count) steps settled"
      : "\(Wording.count(settledCount, "step")) settled"
  }

  /// `The setup is not finished: footbridge setup demo goes on at "Name your device".`; nil when it
  /// is.
  package var openWords: Phrase? {
    guard let step = setup.state.step.flatMap(setup.walk.named), !isComplete else { return nil }
    return "The setup is not finished: `footbridge setup \(setup.name)` goes on at "
      + "\"\(step.title)\"."
  }

  /// A step's number in the table, from 1.
  func place(of step: Step) -> Int { (route.firstIndex { $0.name == step.name } ?? 0) + 1 }

  /// The open steps before one, in order.
  func open(before step: StepName) -> [Step] {
    let passed = route.prefix { $0.name != step }
    let open = Set(setup.walk.open(in: setup.state).map(\.name))
    return passed.filter { open.contains($0.name) }
  }

  private func counted(_ number: Int) -> Phrase {
    setup.walk.knowsEnd(in: setup.state) ? "\(number) of \(route.count)" : "\(number)"
  }

  func standing(of step: Step) -> StatusLabel { StatusLabel(setup.state.standings[step.name]) }

  /// - Parameters:
  ///   - present: the step that is marked as the present one.
  ///   - width: of the window, in columns; a narrow one has no room for evidence, and a step has
  ///     one row there.
  ///   - omitted: so many rows at the start are left out.
  ///   - told: says evidence in the language of the person.
  package func table(
    present: StepName?, width: Int, omitting omitted: Int = 0, told: (Phrase) -> String
  ) -> TableView {
    let columns: [TableView.Column] = [
      .init("", .right), .init("step"), .init("stands"), .init("evidence"),
    ]
    let isNarrow = width < StepStatusList.leastWidth
    let count = isNarrow ? columns.count - 1 : columns.count
    let room = isNarrow ? width - StepStatusList.besides : StepStatusList.titleColumns
    return TableView(
      columns: Array(columns.prefix(count)),
      rows: route.enumerated().dropFirst(omitted).map { place, step in
        let words = standing(of: step)
        let row: [TableView.Cell] = [
          .init("\(step.name == present ? "› " : "")\(place + 1)"),
          .init(Phrase(verbatim: step.title.cut(to: room))),
          step.isPage ? .init("page") : .init(Phrase(key: words.word), words.style),
          .init(Phrase(verbatim: told(words.evidence).withShortWords)),
        ]
        return Array(row.prefix(count))
      })
  }

  private static let leastWidth = 60
  /// What a title has at most where evidence stands beside it.
  private static let titleColumns = 24
  /// What the number and the standing take, with what parts them.
  private static let besides = 19
}

extension String {
  /// How wide a word of evidence may be in the table of steps, so that the table fits 80 columns.
  private static let widestWord = 34

  /// Its start, where it has more columns than there is room for.
  fileprivate func cut(to columns: Int) -> String {
    displayWidth > columns ? prefix(columns: columns - 1) + "…" : self
  }

  /// Words that are too wide for the table, such as addresses, cut in their middle.
  fileprivate var withShortWords: String {
    split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.count > String.widestWord else { return String(word) }
      let half = (String.widestWord - 1) / 2
      return "\(word.prefix(half))…\(word.suffix(half))"
    }
    .joined(separator: " ")
  }
}
