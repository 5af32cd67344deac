import Capabilities
import Core
import Guide
import Localization
import Terminal
import Walkthrough

extension TerminalPrompter {
  /// What is asked of the person now, and how the prompt for it looks.
  struct Request {
    let command: WalkCommand
    let step: Step
    /// The question, if the line may answer one.
    let question: Question?
    /// Answers that a cloud listed for it.
    let choices: [Choice]
    /// Whether `set` asks for another answer, which may also be left as it is.
    var isSetting = false

    /// Nil for commands that wait for nobody.
    init?(_ command: WalkCommand, in session: WalkSession) async {
      self.command = command
      switch command {
      case .ask(let asked, let step): (self.step, question) = (step, asked)
      case .awaitMove(_, let step), .rest(let step): (self.step, question) = (step, step.ask)
      case .offer(_, let step), .awaitHand(let step): (self.step, question) = (step, nil)
      case .finish:
        guard let last = StepStatusList(session.setup).route.last else { return nil }
        (self.step, question) = (last, nil)
      case .check, .perform: return nil
      }
      guard let question else {
        choices = []
        return
      }
      choices = await session.capabilities.choices(for: question.name, of: session.setup)
    }

    /// - Parameter step: where the question has its place.
    init(setting question: Question, at step: Step, in session: WalkSession) async {
      (command, self.step, self.question) = (.ask(question, at: step), step, question)
      choices = await session.capabilities.choices(for: question.name, of: session.setup)
      isSetting = true
    }

    /// What an action that is offered would do.
    func preview(_ session: WalkSession) async -> ActionPreview? {
      guard case .offer(let act, _) = command else { return nil }
      return await session.capabilities.offer(act, to: session.setup)
    }

    /// Whether the question has an answer: it was refused, or is looked at again.
    var isAnswered: Bool {
      switch command {
      case .awaitMove, .rest: true
      default: false
      }
    }

    /// The listed answer that a person knows by this name, if only one bears it.
    func choice(named name: String?) -> Choice? {
      guard let name = name?.lowercased() else { return nil }
      let named = choices.filter { $0.name?.lowercased() == name }
      return named.count == 1 ? named[0] : nil
    }

    /// What a bare Enter means at a question: what is suggested, or the only one there is.
    func suggestion(_ session: WalkSession) -> Suggestion? {
      guard let question else { return nil }
      let only = choices.count == 1 ? choices.first : nil
      return session.suggestion(for: question)
        ?? only.map { Suggestion(text: $0.text, shown: Phrase(verbatim: $0.text)) }
    }

    /// - Parameter leavesOut: whether a bare Enter goes on without an optional answer.
    func prompt(_ session: WalkSession, leavesOut: Bool = false, in catalog: PhraseCatalog)
      -> Prompt
    {
      let names = Completions(
        session: session, step: step, question: question, choices: choices, in: catalog)
      let place: Phrase = session.capabilities.console == nil ? "" : "practice · "
      return Prompt(
        place + text(session, leavesOut), hidden: question?.shape.isSecret ?? false,
        keepInHistory: question?.shape.isSecret != true,
        completions: { line, cursor in names.complete(line, at: cursor) },
        mayKeep: { !$0.mayHoldToken })
    }

    private func text(_ session: WalkSession, _ leavesOut: Bool) -> Phrase {
      switch command {
      case .ask(let question, _) where isSetting:
        let ways: Phrase =
          question.isOptional ? "leave it as it is; - takes it away" : "leave it as it is"
        let other = session.otherSuggestion(for: question)?.shown
        return "\(question.prompt.trimmedColon) [\(other ?? ways)]"
      case .ask(let question, _): return ask(question, suggestion(session)?.shown, session)
      case .awaitMove(_, let step):
        guard let question = step.ask else { return again(step, session) }
        let kept: Phrase? =
          question.isOptional && leavesOut
          ? "go on without it"
          : session.setup.answer(to: question.name).map { Phrase(verbatim: $0.shown) }
        return ask(question, session.otherSuggestion(for: question)?.shown ?? kept, session)
      case .offer: return "Shall I do this for you? (yes/no) [yes]"
      case .awaitHand(let step):
        return step.hint == nil
          ? "Done? Enter when it is (skip WHY)" : "Done? Enter when it is (hint, skip WHY)"
      case .rest(let step):
        return session.rests(onWordOf: step)
          ? "Enter goes on; `do` has me do it." : "Enter goes on."
      case .finish:
        return "All is settled. What now? (back, goto, set, undo, test, doctor, help) [quit]"
      case .check, .perform: return ""
      }
    }

    private func again(_ step: Step, _ session: WalkSession) -> Phrase {
      let canAct =
        step.act.map { session.capabilities.canPerform($0, for: session.setup) } ?? false
      return switch (canAct, step.hint == nil) {
      case (true, true): "Check again? (Enter, do, skip WHY)"
      case (true, false): "Check again? (Enter, do, hint, skip WHY)"
      case (false, true): "Check again? (Enter, skip WHY)"
      case (false, false): "Check again? (Enter, hint, skip WHY)"
      }
    }

    private func ask(_ question: Question, _ suggestion: Phrase?, _ session: WalkSession) -> Phrase
    {
      let values = session.values.mapValues(\.english)
      let words = (try? GuideDocument.text(question.prompt, values: values)) ?? question.prompt
      let hidden: Phrase = question.shape.isSecret ? " (hidden while you paste)" : ""
      return Phrase(verbatim: words.trimmedColon) + hidden + (suggestion.map { " [\($0)]" } ?? ":")
    }
  }
}
