import Capabilities
import Core
import Guide
import Localization
import Terminal

/// What Tab offers: the question's words, the commands, and what follows a command.
struct Completions: Sendable {
  private let words: [Completion.Candidate]
  private let steps: [String]
  private let questions: [Question]
  private let pasteValues: [PasteValue]
  /// The commands in the person's language, and all of their names.
  private let commands: (own: [Completion.Candidate], all: [Completion.Candidate])

  init(
    session: WalkSession, step: Step, question: Question?, choices: [Choice],
    in catalog: PhraseCatalog
  ) {
    pasteValues = session.pasteValues(of: step)
    let own = zip(WizardWord.names(in: catalog), WizardWord.allCases).map {
      Completion.Candidate($0, note: $1.note)
    }
    let english = WizardWord.allCases.map { Completion.Candidate($0.rawValue, note: $0.note) }
    commands = (own, own + english.filter { !own.contains($0) })
    words =
      (question?.shape.choices ?? []).map { .init($0) }
      + choices.map { .init($0.text, note: $0.note) }
    let route = session.setup.walk.route(for: session.setup.state)
    steps = route.map(\.name.rawValue)
    questions = route.compactMap(\.ask)
  }

  func complete(_ line: String, at cursor: Int) -> Completion {
    let (word, _) = String(line.prefix(cursor)).firstWord
    let typed = line.prefix(cursor)
    guard typed.count > word.count, !word.isEmpty else { return first(line, cursor) }
    switch WizardWord(typed: word.drop { $0 == ":" }.lowercased()) {
    case .goto: return Completion(of: line, at: cursor, among: steps.map { .init($0) })
    case .set: return Completion(of: line, at: cursor, among: questions.map { .init($0.name) })
    case .clear:
      let optional = questions.filter(\.isOptional)
      return Completion(of: line, at: cursor, among: optional.map { .init($0.name) })
    case .copy:
      let numbers = pasteValues.enumerated().map {
        Completion.Candidate("\($0.offset + 1)", note: Phrase(key: $0.element.name))
      }
      return Completion(of: line, at: cursor, among: numbers)
    default: return .none
    }
  }

  private func first(_ line: String, _ cursor: Int) -> Completion {
    let colon = line.hasPrefix(":") ? ":" : ""
    let commands = (line == colon ? commands.own : commands.all).map {
      Completion.Candidate(colon + $0.text, note: $0.note)
    }
    // Where the answers can be listed, an empty line offers only them; a letter brings the
    // commands.
    let offers = line.isEmpty && !words.isEmpty ? words : words + commands
    return Completion(of: line, at: cursor, among: offers)
  }
}
