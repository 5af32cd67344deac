import Core
import Guide
import Terminal
import Walkthrough

/// What a typed line answers: the question asked, another one that it fits, or a yes-or-no.
extension TerminalPrompter {
  /// - Parameter isRest: of a line that was looked at before.
  func answer(
    _ typed: TypedAnswer, _ request: Request, _ session: WalkSession, isRest: Bool = false
  ) -> WalkMove? {
    let found = typed.definitions(of: session.setup.walk.guide)
    let own = found.first { $0.question.name == request.question?.name }
    if request.isSetting, let own {
      pending = found.count > 1 ? typed : nil
      return .answer(own.answer, to: own.question.name)
    }
    if let move = keep(one: found, of: typed, request, session) { return move }
    if let own { return .answer(own.answer, to: own.question.name) }
    guard found.isEmpty else {
      let other = found.first { session.setup.answer(to: $0.question.name) != $0.answer }
      if let question = other?.question {
        terminal.say(
          "That looks like another \(question.noun); `set \(question.name)` takes it.")
      } else if !isRest {
        terminal.say("I have that already; `set` takes another one.")
      }
      return nil
    }
    guard let question = request.question else {
      guard let (other, answer) = session.question(fitting: typed, instead: nil) else {
        return decision(typed.words ?? "", request, session)
      }
      return misplaced(answer, other, nil, session)
    }
    if let choice = request.choice(named: typed.words) {
      return take(question.parse(choice.text), for: question)
    }
    let parsed = typed.parsed(by: question)
    if question.shape.takesManyWords || parsed.isFailure,
      let (other, answer) = session.question(fitting: typed, instead: question)
    {
      return misplaced(answer, other, question, session)
    }
    if let words = typed.words, question.shape.mayShow(tokenOf: words) {
      terminal.say("There is what looks like a token in it; as the \(question.noun) it would show.")
      return nil
    }
    return take(parsed, for: question)
  }

  /// Of lines such as `#define BLYNK_TEMPLATE_ID "TMPL…"` one that answers another question than
  /// the one asked, and one that is still open; the others come in their turn.
  private func keep(
    one found: [(question: Question, answer: Answer)], of typed: TypedAnswer, _ request: Request,
    _ session: WalkSession
  ) -> WalkMove? {
    let open = found.first {
      $0.question.name != request.question?.name
        && session.setup.answer(to: $0.question.name) == nil
    }
    guard let (question, answer) = open else { return nil }
    terminal.say("I keep the \(question.noun).")
    pending = found.count > 1 ? typed : nil
    return .answer(answer, to: question.name)
  }

  /// A line that fits another question: it is kept for that one, or said to belong there.
  ///
  /// - Parameter question: the one asked; nil where none is.
  private func misplaced(
    _ answer: Answer, _ other: Question, _ question: Question?, _ session: WalkSession
  ) -> WalkMove? {
    let name = other.noun
    let known = session.setup.answer(to: other.name)
    let isNew = known == nil
    let what: Phrase =
      isNew
      ? "That is the \(name); I keep it."
      : known == answer
        ? "That is the \(name), which I have."
        : "That looks like another \(name); `set \(other.name)` takes it."
    terminal.say(question.map { what + " I need the \($0.noun) here." } ?? what)
    return isNew ? .answer(answer, to: other.name) : nil
  }

  /// What a line is meant as that is an answer and a command's word.
  enum Meaning {
    case answer, command, neither, leave
    /// Neither, but a command with its colon.
    case other(TypedLine)
  }

  func meaning(of text: String) async -> Meaning {
    let text = TokenShapes.veiled(text)
    let prompt = Prompt("Is `\(text)` the answer, or the command? (answer/command) [command]")
    // Asked until it is one of the two: any other word may be meant for somewhere else.
    while true {
      switch await reader.ask(prompt) {
      case .end, .terminated: return .leave
      case .interrupted, .secret: return .neither
      case .line(let line):
        let word = line.trimmed.lowercased()
        if let meaning = Meaning(commanded: line) { return meaning }
        if ["command", "befehl"].contains(where: { $0.hasPrefix(word) }) { return .command }
        if ["answer", "antwort"].contains(where: { $0.hasPrefix(word) }) { return .answer }
        terminal.say("Type `answer` or `command`; Enter is the command.")
      }
    }
  }

  /// A yes or a no where an answer is asked for.
  func spoken(_ text: String, _ request: Request, _ session: WalkSession) async throws -> WalkMove?
  {
    guard let question = request.question else { return decision(text, request, session) }
    let word = YesNoWords.word(text)
    if let guess, YesNoWords.yes.contains(word) {
      return take(question.parse(guess), for: question)
    }
    if YesNoWords.notYet.contains(word) {
      if case .rest = request.command {
        terminal.say("It stays as it is.")
        return nil
      }
      if question.isOptional {
        terminal.say("I go on without the \(question.noun).")
        return .event(.cleared(question: question.name))
      }
    } else if request.isAnswered {
      return decision(text, request, session)
    } else if YesNoWords.yes.contains(word), request.suggestion(session) != nil {
      return nothing(request, session)
    }
    if question.shape.isFreeText {
      switch await meaning(ofSpoken: text) {
      case .answer: return answer(.shown(text), request, session)
      case .leave: return .leave
      case .other(let typed): return try await react(to: typed, request, session)
      case .command, .neither: break
      }
    }
    terminal.say("I need the \(question.noun) here.")
    tellOpen()
    return nil
  }

  /// Whether a yes or a no is meant as an answer of free text.
  private func meaning(ofSpoken text: String) async -> Meaning {
    switch await reader.ask(Prompt("Is `\(text)` the answer? (yes/no) [no]")) {
    case .end, .terminated: return .leave
    case .interrupted, .secret: return .neither
    case .line(let line):
      if let meaning = Meaning(commanded: line) { return meaning }
      return YesNoWords.isYes(line) ? .answer : .neither
    }
  }

  private func tellOpen() {
    terminal.say(
      "It stays open. `skip WHY` goes on without it, `goto` to another step, and `quit` leaves: "
        + "you come back to this step.")
  }

  /// Yes and no, where Footbridge offered something or the person was to do it.
  private func decision(_ text: String, _ request: Request, _ session: WalkSession) -> WalkMove? {
    let word = YesNoWords.word(text)
    let agrees = YesNoWords.yes.contains(word)
    let (yes, no) = (YesNoWords.done.contains(word), YesNoWords.notYet.contains(word))
    switch request.command {
    case .offer(_, let step) where agrees: return .event(.offerAccepted(step: step.name))
    // Who says "done" here has done it already, and agrees to nothing.
    case .offer(_, let step) where yes || no: return .event(.offerDeclined(step: step.name))
    case .awaitHand(let step) where yes: return .event(.confirmed(step: step.name))
    case .awaitMove(_, let step) where yes: return .event(.retried(step: step.name))
    case .rest(let step) where yes: return onward(from: step, session)
    case .finish where yes: return .leave
    case .awaitHand where no, .awaitMove where no:
      tellOpen()
      return nil
    default:
      let nearest = yes || no ? nil : Wording.nearest(text, among: TypedLine.names)
      let guess: Phrase = nearest.map { " Did you mean `\($0)`?" } ?? ""
      terminal.say("That is no answer here.\(guess) `help` lists what can be typed.")
      return nil
    }
  }
}

extension TerminalPrompter.Meaning {
  /// What a line means whatever was asked; nil for an answer to that.
  fileprivate init?(commanded line: String) {
    let typed = TypedLine(line, shape: nil)
    if case .command(.quit, _) = typed {
      self = .leave
    } else if line.trimmed.hasPrefix(":") {
      self = .other(typed)
    } else {
      return nil
    }
  }
}

extension Question {
  /// What it is called in a sentence.
  var noun: String { called ?? name }
}

extension Result where Failure == AnswerMismatch {
  fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}

extension WalkSession {
  /// Another question whose answer has just this shape; none where any words would do.
  fileprivate func question(
    fitting typed: TypedAnswer, instead asked: Question?
  ) -> (Question, Answer)? {
    let fitting = setup.walk.route(for: setup.state).compactMap(\.ask).compactMap {
      other -> (Question, Answer)? in
      guard other.name != asked?.name, other.shape.isUnmistakable(in: typed),
        case .success(let answer) = typed.parsed(by: other)
      else { return nil }
      return (other, answer)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}

extension AnswerShape {
  /// Whether what answers another question may have this shape too.
  fileprivate var takesManyWords: Bool {
    switch self {
    case .text, .word: true
    default: false
    }
  }

  /// Whether it would take a line that holds what looks like a token; a word may end in what looks
  /// so, as a client's ID does.
  fileprivate func mayShow(tokenOf line: String) -> Bool {
    let veiled = TokenShapes.veiled(line)
    return switch self {
    case .text: veiled != line
    case .word: veiled != line && veiled.hasPrefix("‹")
    default: false
    }
  }

  /// Whether hardly anything else looks like that.
  fileprivate func isUnmistakable(in typed: TypedAnswer) -> Bool {
    switch self {
    case .code, .templateID: true
    case .cloudHost: typed.words.map(AnswerShape.isRegionAddress) ?? false
    case .text, .word, .secretText, .choice, .pin, .yesNo: false
    }
  }
}
