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
  /// A Ctrl-C on an empty line was the last thing typed: another one leaves.
  private var interrupted = false

  init(terminal: Terminal, reader: LineReader) {
    self.terminal = terminal
    self.reader = reader
  }

  func respond(to command: WalkCommand, in lap: Lap) async throws -> Move {
    guard let request = await Request(command, in: lap) else { return .leave }
    try present(request.step, in: lap)
    if case .ask = command { show(request.choices) }
    if case .offer(let act, _) = command, let offer = await lap.works.offer(act, to: lap.setup) {
      terminal.say(offer.intro)
      terminal.pause()
      terminal.table(offer.table)
      terminal.pause()
    }
    while true {
      switch await reader.readLine(request.prompt(lap)) {
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
    shown = step.name
    terminal.pause()
    terminal.say(step.title, right: lap.place(of: step))
    terminal.say(try Guide.fill(step.body, values: values(lap)))
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
    case .unknownCommand(let word, let nearest) where !word.mayHoldToken:
      let guess = nearest.map { " Did you mean :\($0)?" } ?? " :help lists them."
      terminal.say("I know no command :\(word).\(guess)")
      return nil
    case .hiddenCommand, .unknownCommand:
      terminal.say("I know no command of that name. :help lists them.")
      return nil
    case .hiddenAnswer(let secret):
      return request.question.flatMap { take($0.parse(secret), for: $0) }
    case .answer(let text): return answer(text, request, lap)
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
    case .awaitMove(_, let step):
      if let question = request.question, let other = lap.otherSuggestion(for: question) {
        return take(question.parse(other.given), for: question)
      }
      return .event(.retried(step: step.name))
    case .rest: return .event(.movedOn)
    case .check, .perform, .finish: return nil
    }
  }

  private func answer(_ text: String, _ request: Request, _ lap: Lap) -> Move? {
    guard let question = request.question else { return decision(text, request) }
    return take(question.parse(text), for: question)
  }

  private func take(_ parsed: Result<Answer, ShapeMismatch>, for question: Question) -> Move? {
    switch parsed {
    case .success(let answer): return .answer(answer, to: question.name)
    case .failure(let mismatch):
      terminal.say(mismatch.words)
      return nil
    }
  }

  /// Yes and no, where Footbridge offered something or the person was to do it.
  private func decision(_ text: String, _ request: Request) -> Move? {
    let yes = Consent.yes.contains(text.lowercased())
    let no = Consent.no.contains(text.lowercased())
    switch request.command {
    case .offer(_, let step) where yes: return .event(.offerAccepted(step: step.name))
    case .offer(_, let step) where no: return .event(.offerDeclined(step: step.name))
    case .awaitHand(let step) where yes: return .event(.confirmed(step: step.name))
    default:
      let nearest = Wording.nearest(text, among: TypedLine.names)
      let guess = nearest.map { " Did you mean :\($0)?" } ?? ""
      terminal.say("That is no answer here.\(guess) :help lists what can be typed.")
      return nil
    }
  }
}
