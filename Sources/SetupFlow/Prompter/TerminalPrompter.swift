import Capabilities
import Core
import Guide
import Terminal
import Walkthrough

/// Goes along with a person at a terminal: shows each step, asks, and turns typed lines into moves.
final class TerminalPrompter: Prompter {
  let terminal: TerminalOutput
  let reader: LineReader
  let clipboard: ClipboardDialog
  /// It may take minutes, so a person is asked first.
  let repeatsTrips = false
  /// The step that stands on the screen, so that it is shown once.
  private(set) var shown: StepName?
  /// The step whose check was asked for once more by a bare Enter.
  private var triedAgain: StepName?
  /// A round trip is just over: Enters that were typed meanwhile start no second one.
  var dropsEnters = false
  /// The step whose call on practice clouds was told.
  private var toldCall: StepName?
  /// What of the step's page did not fit into the window.
  private var rest: ArraySlice<Substring> = []
  /// The same of a list that was shown since.
  private var listRest: ArraySlice<Substring> = []
  /// A line of several definitions of which one was kept and the others are to be looked at.
  var pending: TypedAnswer?
  /// The question that `set` asks, while another one of the same line is kept first.
  private var setting: Question?
  /// Whether a walk that is settled is looked back at: then its end is a place to stand at.
  var staysAtEnd = false
  /// What the line before probably meant: a yes takes it.
  private(set) var guess: String?
  /// A Ctrl-C on an empty line was the last thing typed: another one leaves.
  private var interrupted = false

  init(terminal: TerminalOutput, reader: LineReader) {
    self.terminal = terminal
    self.reader = reader
    clipboard = ClipboardDialog(terminal: terminal, reader: reader)
  }

  func respond(to command: WalkCommand, in session: WalkSession) async throws -> WalkMove {
    if case .finish = command, !staysAtEnd { return .leave }
    guard let request = await Request(command, in: session) else { return .leave }
    if let line = pending {
      pending = nil
      if let move = answer(line, request, session, isRest: true) { return move }
    }
    if let question = setting, let move = try await set(question, session, at: request.step) {
      return move
    }
    let preview = await request.preview(session)
    if case .finish = command {
    } else {
      try present(
        request.step, in: session, rowsBelow: rows(below: request, preview, session))
    }
    if case .ask = command { show(request.choices) }
    if case .rest(let step) = command { tellStanding(step, session) }
    if case .awaitHand(let step) = command {
      tellPracticeCall(step, session)
      clipboard.offer(session.clipboardPage(of: step))
    }
    if let preview {
      terminal.say(preview.intro)
      terminal.pause()
      terminal.table(preview.table)
      terminal.pause()
    }
    return try await converse(request, session) ?? .leave
  }

  /// Asks for another answer to a question, by whatever step it is asked at.
  ///
  /// - Returns: nil when it is left as it is.
  func set(_ question: Question, _ session: WalkSession, at step: Step) async throws -> WalkMove? {
    setting = nil
    let asker = session.setup.walk.asker(of: question.name, in: session.setup.state)
    let request = await Request(setting: question, at: asker ?? step, in: session)
    show(request.choices)
    let move = try await converse(request, session)
    if case .answer(_, let other)? = move, other != question.name { setting = question }
    return move
  }

  /// Asks until a line is a move.
  ///
  /// - Returns: nil when an answer that may be given anew is left as it is.
  private func converse(_ request: Request, _ session: WalkSession) async throws -> WalkMove? {
    while true {
      let typed: TypedLine
      switch await reader.ask(prompt(for: request, session)) {
      case .end, .terminated: return .leave
      case .interrupted:
        if interrupted { return .leave }
        interrupted = true
        terminal.say("Ctrl-C once more leaves; all of it is kept.")
        continue
      case .line(let line): typed = TypedLine(line, shape: request.question?.shape)
      case .secret(let line): typed = TypedLine(hidden: line, shape: request.question?.shape)
      }
      interrupted = false
      if case .spoken = typed {} else { guess = nil }
      if request.isSetting, let question = request.question, typed.leaves(question),
        typed != .nothing || session.otherSuggestion(for: question) == nil
      {
        terminal.say("I leave it as it is.")
        return nil
      }
      if let move = try await react(to: typed, request, session) { return move }
    }
  }

  private func prompt(for request: Request, _ session: WalkSession) -> Prompt {
    var prompt = request.prompt(
      session, leavesOut: triedAgain == request.step.name, in: terminal.traits.catalog)
    (prompt.dropsEnters, dropsEnters) = (dropsEnters, false)
    return prompt
  }

  /// How much stands below a step's page before the prompt, in rows of the window.
  private func rows(
    below request: Request, _ preview: ActionPreview?, _ session: WalkSession
  ) -> Int {
    var rows = 0
    if let preview { rows += terminal.rows(of: preview.table) + 4 }
    if case .ask = request.command, !request.choices.isEmpty {
      rows += terminal.rows(of: table(request.choices)) + 1
    }
    if case .awaitHand(let step) = request.command {
      rows += session.practiceCalls(for: step).map { $0.count + 5 } ?? 2
    }
    return rows
  }

  /// Shows a step, unless it stands there already.
  ///
  /// - Parameter rowsBelow: of the window, which are needed for what follows the page.
  func present(
    _ step: Step, in session: WalkSession, rowsBelow: Int = 0, again: Bool = false
  ) throws {
    guard again || shown != step.name else { return }
    if shown != step.name { (triedAgain, toldCall) = (nil, nil) }
    shown = step.name
    listRest = []
    terminal.pause()
    terminal.say(Phrase(verbatim: step.title), right: session.place(of: step))
    rest = terminal.begin(
      try GuideDocument.fill(step.body, values: values(session)), rowsBelow: rowsBelow)
    tellRest(rest)
    terminal.pause()
  }

  /// Tells of a step that settled itself: nothing was to do there, so a line is enough.
  func tellPassed(_ step: Step, _ evidence: Phrase) {
    shown = nil
    terminal.say("✓ \(step.title): \(evidence)", .good)
  }

  /// Lists what may be longer than the window.
  func list(_ table: TableView) {
    listRest = terminal.begin(table)
    tellRest(listRest)
  }

  /// The next windowful of what was cut.
  func tellMore() {
    guard !rest.isEmpty || !listRest.isEmpty else {
      return terminal.say("All of it was shown; `show` shows the step once more.")
    }
    if listRest.isEmpty {
      rest = terminal.goOn(rest)
      tellRest(rest)
    } else {
      listRest = terminal.goOn(listRest)
      tellRest(listRest)
    }
    terminal.pause()
  }

  private func tellRest(_ rest: ArraySlice<Substring>) {
    guard !rest.isEmpty else { return }
    terminal.pause()
    terminal.say("… and \(Wording.count(rest.count, "line")) more: `more` shows them.")
  }

  /// How a step stands that somebody looks back at, and what was answered there.
  private func tellStanding(_ step: Step, _ session: WalkSession) {
    if step.isPage { return }
    let words = StatusLabel(session.setup.state.standings[step.name])
    if let question = step.ask, let answer = session.setup.answer(to: question.name) {
      terminal.say("Your answer: \(answer.shown). Another one may be typed.")
    }
    terminal.say(words.told, words.style)
    if session.rests(onWordOf: step) { tellPracticeCall(step, session) }
  }

  /// Practice clouds have no pages to click in.
  private func tellPracticeCall(_ step: Step, _ session: WalkSession) {
    guard toldCall != step.name, session.capabilities.console != nil else { return }
    toldCall = step.name
    let open = StepStatusList(session.setup).open(before: step.name).first { $0.ask != nil }
    if let open, step.act != nil {
      let place = StepStatusList(session.setup).place(of: open)
      terminal.say("What is to be typed by hand needs answers that are open: `goto \(place)`.")
      return
    }
    guard let calls = session.practiceCalls(for: step) else {
      terminal.say("In this practice walk there is nothing to do here: Enter goes on.")
      return
    }
    terminal.say(
      step.act == nil
        ? "This practice walk has no console to click in. By hand it is this call, in another "
          + "terminal; without it I take your word:"
        : "This practice walk has no console to click in. `do` has me do it; by hand it is this "
          + "call, in another terminal:")
    terminal.pause()
    terminal.say(Prose([.code(language: nil, text: calls.joined(separator: "\n"))]))
    terminal.pause()
  }

  private func show(_ choices: [Choice]) {
    guard !choices.isEmpty else { return }
    terminal.table(table(choices))
    terminal.pause()
  }

  private func table(_ choices: [Choice]) -> TableView {
    TableView(
      columns: [.init(""), .init("")],
      rows: choices.map { [.init(Phrase(verbatim: $0.text), .code), .init($0.note)] }, indent: 2)
  }

  func react(to typed: TypedLine, _ request: Request, _ session: WalkSession) async throws
    -> WalkMove?
  {
    switch typed {
    case .nothing: return nothing(request, session)
    case .command(let word, let rest):
      return try await Commands(prompter: self, session: session, request: request).run(word, rest)
    case .doubtful(let text, let word, let rest):
      switch await meaning(of: text) {
      case .answer: return answer(.shown(text), request, session)
      case .command:
        return try await Commands(prompter: self, session: session, request: request).run(
          word, rest)
      case .neither: return nil
      case .leave: return .leave
      case .other(let typed): return try await react(to: typed, request, session)
      }
    case .shellLine(let command):
      terminal.say(
        "That is a line for a shell, in another terminal: `\(command)`. Here `help` lists what "
          + "there is.")
      return nil
    case .spoken(let text): return try await spoken(text, request, session)
    case .unknownCommand(let word, let nearest) where !word.mayHoldToken:
      let guess: Phrase = nearest.map { " Did you mean :\($0)?" } ?? " :help lists them."
      terminal.say("I know no command :\(word).\(guess)")
      return nil
    case .hiddenCommand, .unknownCommand:
      terminal.say("I know no command of that name. :help lists them.")
      return nil
    case .hiddenAnswer(let secret): return answer(.hidden(secret), request, session)
    case .answer(let text): return answer(.shown(text), request, session)
    }
  }

  /// A bare Enter: the usual next move.
  func nothing(_ request: Request, _ session: WalkSession) -> WalkMove? {
    if request.isSetting, let question = request.question {
      return session.otherSuggestion(for: question).flatMap {
        take(question.parse($0.given), for: question)
      }
    }
    switch request.command {
    case .ask(let question, _):
      let suggested = request.suggestion(session)?.given
      if suggested == nil, question.isOptional { return .event(.cleared(question: question.name)) }
      return take(suggested.map(question.parse) ?? question.parse(""), for: question)
    case .offer(_, let step): return .event(.offerAccepted(step: step.name))
    case .awaitHand(let step): return .event(.confirmed(step: step.name))
    case .awaitMove(_, let step): return again(step, request, session)
    case .rest(let step): return onward(from: step, session)
    case .finish: return .leave
    case .check, .perform: return nil
    }
  }

  /// On from a step that was looked back at: to the next open one; where all is settled, to the
  /// next one of all, so that they can be read through.
  func onward(from step: Step, _ session: WalkSession) -> WalkMove {
    let standings = StepStatusList(session.setup)
    let place = standings.route.firstIndex { $0.name == step.name } ?? standings.route.count
    guard standings.isComplete, place + 1 < standings.route.count else { return .event(.movedOn) }
    return .event(.wentTo(step: standings.route[place + 1].name))
  }

  /// After a failed check: another answer that is suggested, or the same once more. An optional
  /// answer that fails twice in a row is left out.
  private func again(_ step: Step, _ request: Request, _ session: WalkSession) -> WalkMove? {
    if let question = request.question {
      if let other = session.otherSuggestion(for: question) {
        return take(question.parse(other.given), for: question)
      }
      if question.isOptional, triedAgain == step.name {
        return .event(.cleared(question: question.name))
      }
    }
    triedAgain = step.name
    return .event(.retried(step: step.name))
  }

  func take(_ parsed: Result<Answer, AnswerMismatch>, for question: Question) -> WalkMove? {
    switch parsed {
    case .success(let answer):
      triedAgain = nil
      return .answer(answer, to: question.name)
    case .failure(let mismatch):
      guess = mismatch.nearest
      terminal.say(mismatch.words)
      return nil
    }
  }
}
