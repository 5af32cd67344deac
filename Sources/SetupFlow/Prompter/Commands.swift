import Core
import Guide
import ParticleAPI
import Reports
import Terminal
import Trips
import Walkthrough

/// Carries out what was typed in the wizard. Some words are moves of the walk; the others only
/// show.
struct Commands {
  let prompter: TerminalPrompter
  let session: WalkSession
  let request: TerminalPrompter.Request

  private var terminal: TerminalOutput { prompter.terminal }
  private var step: Step { request.step }

  /// - Returns: the move, or nil when the question still stands.
  func run(_ word: WizardWord, _ rest: String) async throws -> WalkMove? {
    switch word {
    case .next: return next()
    case .back: return back()
    case .check: return try await check()
    case .do: return try await act()
    case .skip: return skip(rest)
    case .goto: return goto(rest)
    case .set: return try await set(rest)
    case .clear: return clear(rest)
    case .undo: return undo()
    case .redo: return redo()
    case .quit: return .leave
    case .copy:
      guard let typed = await prompter.clipboard.copy(rest, from: session.clipboardPage(of: step))
      else { return nil }
      return try await prompter.react(to: typed, request, session)
    case .hint: hint()
    case .show: try prompter.present(step, in: session, again: true)
    case .more: prompter.tellMore()
    case .where: whereabouts(isWhole: !rest.isEmpty)
    case .log: try log(isWhole: !rest.isEmpty)
    case .test: try await test()
    case .doctor:
      try await Checkup(session: session).run(on: terminal)
      return driftedAway
    case .help: help()
    }
    return nil
  }

  /// The steps; those far behind the present one are left out where a window has no room for all.
  private func whereabouts(isWhole: Bool) {
    let list = StepStatusList(session.setup)
    let present = session.setup.state.step
    let place = list.route.firstIndex { $0.name == present } ?? 0
    let hasRoom = list.route.count <= terminal.room
    let omitted = isWhole || hasRoom ? 0 : max(place - Commands.stepsBefore, 0)
    if omitted > 0 {
      terminal.say("\(Wording.count(omitted, "step")) before these: `where all` lists every one.")
    }
    prompter.list(
      list.table(
        present: present, width: terminal.traits.width, omitting: omitted,
        told: terminal.traits.catalog.told))
  }

  /// What happened, oldest first; where a window has no room for all, the newest of it.
  private func log(isWhole: Bool) throws {
    let table = try LogTable(session.setup).table
    let room = isWhole ? Int.max : terminal.room - Commands.stepsBefore
    let omitted = max(table.rows.count - max(room, 1), 0)
    if omitted > 0 {
      terminal.say("\(Wording.count(omitted, "event")) before these: `log all` lists every one.")
    }
    var newest = table
    newest.rows.removeFirst(omitted)
    prompter.list(newest)
  }

  /// So many steps before the present one stand in its list, where not all of them fit.
  private static let stepsBefore = 3

  private func next() -> WalkMove? {
    switch request.command {
    case .rest: return prompter.onward(from: step, session)
    case .awaitHand: return .event(.confirmed(step: step.name))
    case .awaitMove: return .event(.retried(step: step.name))
    case .finish:
      terminal.say("That was the last step; `quit` leaves, and `back` looks at it once more.")
      return nil
    case .ask, .offer, .check, .perform: return prompter.nothing(request, session)
    }
  }

  private func back() -> WalkMove? {
    if let present = session.setup.state.step,
      present == StepStatusList(session.setup).route.first?.name
    {
      terminal.say("This is the first step; there is none before it.")
      return nil
    }
    return .event(.wentBack)
  }

  private func check() async throws -> WalkMove? {
    if case .ask = request.command {
      terminal.say("There is nothing to look at before this is answered.")
      return nil
    }
    guard case .finish = request.command else { return .event(.retried(step: step.name)) }
    try await Checkup(session: session).run(on: terminal)
    return driftedAway
  }

  /// Where all was settled and a look found that it is not, the walk stands elsewhere.
  private var driftedAway: WalkMove? {
    guard case .finish = request.command, let step = session.setup.state.step else { return nil }
    return .event(.wentTo(step: step))
  }

  private func act() async throws -> WalkMove? {
    if request.question?.name == LoginDialog.question { return try await login() }
    guard !request.isSetting, !isAtEnd, let act = step.act,
      session.capabilities.canPerform(act, for: session.setup)
    else {
      terminal.say("I cannot do this step for you; it says how it is done by hand.")
      return nil
    }
    return .event(.offerAccepted(step: step.name))
  }

  private var isAtEnd: Bool { if case .finish = request.command { true } else { false } }

  private func login() async throws -> WalkMove? {
    let requestContext = session.capabilities.requestContext
    let login = ParticleLogin(
      url: session.capabilities.bindings(of: session.setup).particleURL,
      transport: requestContext.transport,
      timeout: requestContext.timeout)
    let talk = LoginDialog(
      terminal: terminal, reader: prompter.reader, login: login, command: { try await run($0, $1) })
    if let practice = session.capabilities.console?.login {
      terminal.say(
        "The practice account, as it is typed:")
      terminal.say(
        Prose([.code(language: nil, text: "\(practice.username)\n\(practice.password)")]))
    }
    do {
      return .answer(.secret(try await talk.token()), to: LoginDialog.question)
    } catch let left as LoginDialog.Left {
      if left.move == nil { terminal.say("No token was made; the question stands as before.") }
      return left.move
    } catch {
      guard let problem = (error as? any Explained)?.problem else { return nil }
      terminal.show(problem.ending(in: .wizard, again: .act), place: session.place(of: step))
      return nil
    }
  }

  /// An optional answer needs no reason, and none that was refused stays in use.
  private func skip(_ why: String) -> WalkMove? {
    if let question = request.question, question.isOptional {
      return .event(.cleared(question: question.name))
    }
    if isAtEnd {
      terminal.say("Every step is settled; there is none to skip.")
      return nil
    }
    guard !why.isEmpty else {
      terminal.say("Say why, so that you know it later: `skip WHY`.")
      return nil
    }
    let words = TokenShapes.veiled(session.setup.scrubber.scrub(why))
    return .event(.skipped(step: step.name, why: Phrase(verbatim: words)))
  }

  private func clear(_ name: String) -> WalkMove? {
    let asked = name.isEmpty ? request.question?.name : name
    guard let asked, let question = session.setup.walk.guide.question(asked), question.isOptional
    else {
      let names = session.setup.walk.guide.questions.filter(\.isOptional).map(\.name)
      terminal.say("Only an optional answer can be taken away: \(Wording.list(names)).")
      return nil
    }
    let isThere = session.setup.answer(to: asked) != nil
    guard isThere || asked == request.question?.name else {
      terminal.say("There is no answer to \(asked).")
      return nil
    }
    if isThere { terminal.say("I go on without the \(question.noun).") }
    return .event(.cleared(question: asked))
  }

  private func undo() -> WalkMove? {
    guard let before = session.setup.state.past.last else {
      terminal.say("There is nothing to take back.")
      return nil
    }
    let state = session.setup.state
    terminal.say("Taken back: \(UndoSummary(from: before, to: state, in: session.setup).words).")
    let made = state.standings != before.standings
    if made { terminal.say("What was made in a cloud stays there, and is adopted again.") }
    return .event(.undone)
  }

  private func redo() -> WalkMove? {
    let state = session.setup.state
    guard let after = state.future.last else {
      terminal.say("Nothing was taken back, so there is nothing to put in place again.")
      return nil
    }
    terminal.say(
      "In place again: \(UndoSummary(from: state, to: after, in: session.setup).words).")
    return .event(.redone)
  }

  private func goto(_ name: String) -> WalkMove? {
    switch WizardWord(typed: name.lowercased()) {
    case .back: return back()
    case .next: return next()
    default: break
    }
    guard !name.isEmpty else {
      terminal.say("Where to? `goto` takes a number or a word of `where`.")
      return nil
    }
    let route = StepLookup(session.setup)
    if let target = route.step(meant: name) {
      guard isHere(target) else {
        tellOpen(before: target)
        return .event(.wentTo(step: target.name))
      }
      terminal.say("You stand at it already; `show` shows it once more.")
      return nil
    }
    if request.question?.shape.isSecret == true || name.mayHoldToken {
      terminal.say("I know no step of that name. :where lists them.")
    } else {
      let guess = Wording.nearest(name, among: route.names).map { " Did you mean \($0)?" as Phrase }
      terminal.say("I know no step \(name).\(guess ?? " :where lists them.")")
    }
    return nil
  }

  /// What is passed over on the way to a step further on.
  private func tellOpen(before target: Step) {
    let list = StepStatusList(session.setup)
    let open = list.open(before: target.name)
    guard let first = open.first, first.name != step.name || open.count > 1 else { return }
    terminal.say(
      "\(Wording.count(open.count, "step")) before it are still open; "
        + "`goto \(list.place(of: first))` goes on there.")
  }

  /// A step that was left out is to be done now, wherever it is come from.
  private func isHere(_ target: Step) -> Bool {
    if case .skipped? = session.setup.state.standings[target.name] { return false }
    return target.name == session.setup.state.step
  }

  private func set(_ name: String) async throws -> WalkMove? {
    let answers = SettableAnswers(session.setup, told: terminal.traits.catalog.told)
    if let question = answers.question(meant: name) {
      return try await prompter.set(question, session, at: step)
    }
    if !name.isEmpty {
      let guess: Phrase = answers.nearest(name).map { " Did you mean \($0)?" } ?? ""
      terminal.say("I know no answer of that name.\(guess)")
      if !guess.isEmpty { return nil }
    }
    terminal.say("`set` and one of these names gives the answer anew:")
    prompter.list(answers.table)
    return nil
  }

  private func hint() {
    if step.hint == nil { terminal.say("There is no hint for this step beyond what it says.") }
    prompter.tellHint(step, session)
  }

  private func test() async throws {
    prompter.dropsEnters = true
    let runner = TripRunner(
      clouds: session.capabilities.clouds(of: session.setup), book: session.setup.book,
      terminal: terminal)
    do {
      let trip = try await runner.run()
      let page = TripPage(trip)
      if trip.interrupted, trip.verdict != .pass { throw page.problem }
      page.show(on: terminal, in: .wizard, again: .trip)
      // The verdict once more, where it stands beside the prompt.
      if trip.verdict == .pass { terminal.say("✓ \(page.proof)", .good) }
      if trip.interrupted { throw InterruptedError() }
    } catch let error as any Explained where error.problem.outcome == .usage {
      // An answer is still to come: the walk asks for it in its turn.
      terminal.show(error.problem)
    }
  }

  private func help() {
    terminal.say(
      "An answer, or one of these; with a colon in front where an answer could be meant:")
    let names = WizardWord.names(in: terminal.traits.catalog)
    let rows = zip(WizardWord.allCases, names).map { word, name in
      let both = name == word.rawValue ? word.rawValue : "\(name) (\(word.rawValue))"
      return [TableView.Cell(Phrase(verbatim: both)), .init(word.note)]
    }
    prompter.list(TableView(columns: [.init(""), .init("")], rows: rows, indent: 2))
  }
}
