import Console
import Ground
import Guidebook
import Journey

/// Goes along with a person at a terminal: shows each step, asks, and turns typed lines into moves.
final class Person: Companion {
  let terminal: Terminal
  let reader: LineReader
  /// The step that stands on the screen, so that it is shown once.
  private var shown: StepName?
  /// The step whose check was asked for once more by a bare Enter.
  private var triedAgain: StepName?
  /// A round trip is just over: Enters that were typed meanwhile start no second one.
  var dropsEnters = false
  /// The step whose call on practice clouds was told.
  private var toldCall: StepName?
  /// What of the step's page did not fit into the window.
  private var rest: ArraySlice<Substring> = []
  /// A line of several definitions of which one was kept and the others are to be looked at.
  var pending: GivenLine?
  /// A Ctrl-C on an empty line was the last thing typed: another one leaves.
  private var interrupted = false

  init(terminal: Terminal, reader: LineReader) {
    self.terminal = terminal
    self.reader = reader
  }

  func respond(to command: WalkCommand, in lap: Lap) async throws -> Move {
    guard let request = await Request(command, in: lap) else { return .leave }
    if let line = pending {
      pending = nil
      if let move = answer(line, request, lap, isRest: true) { return move }
    }
    try present(request.step, in: lap)
    if case .ask = command { show(request.choices) }
    if case .rest(let step) = command { tellStanding(step, lap) }
    if case .awaitHand(let step) = command { tellPracticeCall(step, lap) }
    if case .offer(let act, _) = command, let offer = await lap.works.offer(act, to: lap.setup) {
      terminal.say(offer.intro)
      terminal.pause()
      terminal.table(offer.table)
      terminal.pause()
    }
    while true {
      var prompt = request.prompt(lap, leavesOut: triedAgain == request.step.name)
      (prompt.dropsEnters, dropsEnters) = (dropsEnters, false)
      switch await reader.readLine(prompt) {
      case .end: return .leave
      case .terminated(let signal): Terminal.endProcess(by: signal)
      case .interrupted:
        if interrupted { return .leave }
        interrupted = true
        terminal.say("Ctrl-C once more leaves; all of it is kept.")
      case .line(let line):
        interrupted = false
        let typed = TypedLine(line, shape: request.question?.shape)
        if let move = try await react(to: typed, request, lap) { return move }
      case .secret(let line):
        interrupted = false
        let typed = TypedLine(hidden: line, shape: request.question?.shape)
        if let move = try await react(to: typed, request, lap) { return move }
      }
    }
  }

  /// Shows a step, unless it stands there already.
  func present(_ step: Step, in lap: Lap, again: Bool = false) throws {
    guard again || shown != step.name else { return }
    if shown != step.name { triedAgain = nil }
    shown = step.name
    terminal.pause()
    terminal.say(step.title, right: lap.place(of: step))
    rest = terminal.begin(try Guide.fill(step.body, values: values(lap)))
    tellRest()
    terminal.pause()
  }

  /// The next windowful of a page that was cut.
  func tellMore() {
    guard !rest.isEmpty else {
      return terminal.say("All of this page was shown; `show` shows it once more.")
    }
    rest = terminal.goOn(rest)
    tellRest()
  }

  private func tellRest() {
    guard !rest.isEmpty else { return }
    terminal.pause()
    terminal.say("… and \(Wording.count(rest.count, "line")) more: `more` shows them.")
  }

  /// How a step stands that somebody looks back at, and what was answered there.
  private func tellStanding(_ step: Step, _ lap: Lap) {
    if step.isPage { return }
    let words = StandingWords(lap.setup.state.standings[step.name])
    if let question = step.ask, let answer = lap.setup.answer(to: question.name) {
      terminal.say("Your answer: \(answer.shown)")
    }
    let evidence = words.evidence.isEmpty ? "" : ": \(words.evidence)"
    terminal.say(words.told + evidence, words.ink)
  }

  /// Practice clouds have no pages to click in.
  private func tellPracticeCall(_ step: Step, _ lap: Lap) {
    guard let act = step.act, toldCall != step.name,
      let call = lap.works.console?.call(for: act, lap.works.bindings(of: lap.setup))
    else { return }
    toldCall = step.name
    terminal.say(
      "In practice there is no console to click in. `do` has me do it; by hand it is this call, in "
        + "another terminal:")
    terminal.say(Prose([.code(language: nil, text: call)]))
    terminal.pause()
  }

  private func show(_ choices: [Choices.Choice]) {
    guard !choices.isEmpty else { return }
    terminal.table(
      TableView(
        columns: [.init(""), .init("")],
        rows: choices.map { [.init($0.text, .code), .init($0.note)] }, indent: 2))
    terminal.pause()
  }

  private func react(to typed: TypedLine, _ request: Request, _ lap: Lap) async throws -> Move? {
    switch typed {
    case .nothing: return nothing(request, lap)
    case .command(let word, let rest):
      return try await Commands(person: self, lap: lap, request: request).run(word, rest)
    case .doubtful(let text, let word, let rest):
      switch await isAnswer(text) {
      case true?: return answer(.shown(text), request, lap)
      case false?:
        return try await Commands(person: self, lap: lap, request: request).run(word, rest)
      case nil: return nil
      }
    case .unknownCommand(let word, let nearest) where !word.mayHoldToken:
      let guess = nearest.map { " Did you mean :\($0)?" } ?? " :help lists them."
      terminal.say("I know no command :\(word).\(guess)")
      return nil
    case .hiddenCommand, .unknownCommand:
      terminal.say("I know no command of that name. :help lists them.")
      return nil
    case .hiddenAnswer(let secret): return answer(.hidden(secret), request, lap)
    case .answer(let text): return answer(.shown(text), request, lap)
    }
  }

  /// A bare Enter: the usual next move.
  private func nothing(_ request: Request, _ lap: Lap) -> Move? {
    switch request.command {
    case .ask(let question, let step):
      let suggested = request.suggestion(lap)?.given
      if suggested == nil, question.isOptional { return .event(step.leftOut) }
      return take(suggested.map(question.parse) ?? question.parse(""), for: question)
    case .offer(_, let step): return .event(.offerAccepted(step: step.name))
    case .awaitHand(let step): return .event(.confirmed(step: step.name))
    case .awaitMove(_, let step): return again(step, request, lap)
    case .rest: return .event(.movedOn)
    case .check, .perform, .finish: return nil
    }
  }

  /// After a failed check: another answer that is suggested, or the same once more. An optional
  /// answer that fails twice in a row is left out.
  private func again(_ step: Step, _ request: Request, _ lap: Lap) -> Move? {
    if let question = request.question {
      if let other = lap.otherSuggestion(for: question) {
        return take(question.parse(other.given), for: question)
      }
      if question.isOptional, triedAgain == step.name {
        return .event(.cleared(question: question.name))
      }
    }
    triedAgain = step.name
    return .event(.retried(step: step.name))
  }

  func take(_ parsed: Result<Answer, ShapeMismatch>, for question: Question) -> Move? {
    switch parsed {
    case .success(let answer):
      triedAgain = nil
      return .answer(answer, to: question.name)
    case .failure(let mismatch):
      terminal.say(mismatch.words)
      return nil
    }
  }
}
