import Core
import Guide
import Terminal
import Walkthrough

/// The answers that `set` gives anew: those of the person's path.
struct SettableAnswers {
  private let setup: OpenSetup
  private let told: (Phrase) -> String

  init(_ setup: OpenSetup, told: @escaping (Phrase) -> String) {
    self.setup = setup
    self.told = told
  }

  private var questions: [Question] {
    setup.walk.route(for: setup.state).compactMap(\.ask)
  }

  /// The question of that name, or the only one that is called so: `device_id`, `Template ID`.
  func question(meant name: String) -> Question? {
    if let question = setup.walk.guide.question(name) { return question }
    let name = name.spelled
    guard !name.isEmpty else { return nil }
    let called = questions.filter { names(of: $0).contains(name) }
    let begun = questions.filter { question in
      names(of: question).contains { $0.hasPrefix(name + " ") }
    }
    let meant = called.isEmpty ? begun : called
    return meant.count == 1 ? meant[0] : nil
  }

  private func names(of question: Question) -> [String] {
    let last = question.name.split(separator: ".").last.map(String.init)
    return [
      last, question.noun, told(Phrase(key: question.noun)), told(Phrase(key: question.name)),
    ].compactMap {
      $0?.spelled
    }
  }

  /// What may be meant, if it is near.
  func nearest(_ name: String) -> String? {
    Wording.nearest(name, among: questions.map(\.name))
  }

  /// Each by its name, with the answer as it may be shown.
  var table: TableView {
    TableView(
      columns: [.init("name"), .init(""), .init("now")],
      rows: questions.map { question in
        [
          .init(Phrase(verbatim: question.name), .code),
          .init(Phrase(verbatim: question.called ?? "")), .init(now(question)),
        ]
      }, indent: 2)
  }

  private func now(_ question: Question) -> Phrase {
    if let answer = setup.answer(to: question.name) { return Phrase(verbatim: answer.shown) }
    let asker = setup.walk.asker(of: question.name, in: setup.state)
    if case .skipped? = asker.flatMap({ setup.state.standings[$0.name] }) { return "left out" }
    return "open"
  }
}

extension String {
  /// In small letters, with a blank for the sign in its place: `auth_token` is `auth token`.
  fileprivate var spelled: String { lowercased().replacing("_", with: " ") }
}
