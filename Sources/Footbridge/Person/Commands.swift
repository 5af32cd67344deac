import Console
import Ground
import Guidebook
import Journey
import Particle

/// Carries out what was typed in the wizard. Some words are moves of the walk; the others only
/// show.
struct Commands {
  let person: Person
  let lap: Lap
  let request: Person.Request

  private var terminal: Terminal { person.terminal }
  private var step: Step { request.step }

  /// - Returns: the move, or nil when the question still stands.
  func run(_ word: WizardWord, _ rest: String) async throws -> Move? {
    switch word {
    case .next: return next()
    case .back: return .event(.wentBack)
    case .check: return .event(.retried(step: step.name))
    case .do: return try await act()
    case .skip: return skip(rest)
    case .goto: return goto(rest)
    case .set: return try await set(rest)
    case .clear: return clear(rest)
    case .undo: return undo()
    case .redo: return redo()
    case .quit: return .leave
    case .hint: hint()
    case .show: try person.present(step, in: lap, again: true)
    case .more: person.tellMore()
    case .where: terminal.table(Standings(lap.setup).table(present: step.name))
    case .log: terminal.table(try LogTable(lap.setup).table)
    case .test: try await test()
    case .doctor: try await Examination(lap: lap).run(person)
    case .help: help()
    }
    return nil
  }

  private func next() -> Move? {
    switch request.command {
    case .rest: return .event(.movedOn)
    case .awaitHand: return .event(.confirmed(step: step.name))
    case .awaitMove: return .event(.retried(step: step.name))
    default:
      terminal.say("This step is open. Answer it, or :skip WHY.")
      return nil
    }
  }

  private func act() async throws -> Move? {
    if request.question?.name == LoginTalk.question { return await login() }
    guard let act = step.act, lap.works.canPerform(act, for: lap.setup) else {
      terminal.say("I cannot do this step for you; it says how it is done by hand.")
      return nil
    }
    return .event(.offerAccepted(step: step.name))
  }

  private func login() async -> Move? {
    let surroundings = lap.works.surroundings
    let login = ParticleLogin(
      url: lap.works.bindings(of: lap.setup).particleURL, transport: surroundings.transport,
      timeout: surroundings.timeout)
    let talk = LoginTalk(terminal: terminal, reader: person.reader, login: login)
    if let practice = lap.works.console?.login {
      terminal.say(
        "The practice account: e-mail \(practice.username), password \(practice.password).")
    }
    do {
      guard let token = try await talk.token() else { return nil }
      return .answer(.secret(token), to: LoginTalk.question)
    } catch {
      guard let problem = (error as? any Explained)?.problem else { return nil }
      terminal.show(problem.ending(in: .wizard), place: lap.place(of: step))
      return nil
    }
  }

  /// An optional answer needs no reason, and none that was refused stays in use.
  private func skip(_ why: String) -> Move? {
    if let question = request.question, question.isOptional {
      return .event(.cleared(question: question.name))
    }
    guard !why.isEmpty else {
      terminal.say("Say why, so that you know it later: :skip WHY.")
      return nil
    }
    return .event(.skipped(step: step.name, why: lap.setup.scrubber.scrub(why)))
  }

  private func clear(_ name: String) -> Move? {
    let asked = name.isEmpty ? request.question?.name : name
    guard let asked, let question = lap.setup.walk.guide.question(asked), question.isOptional else {
      let names = lap.setup.walk.guide.questions.filter(\.isOptional).map(\.name)
      terminal.say("Only an optional answer can be taken away: \(Wording.list(names)).")
      return nil
    }
    let isThere = lap.setup.answer(to: asked) != nil
    guard isThere || asked == request.question?.name else {
      terminal.say("There is no answer to \(asked).")
      return nil
    }
    if isThere { terminal.say("I go on without \(question.noun).") }
    return .event(.cleared(question: asked))
  }

  private func undo() -> Move? {
    guard let before = lap.setup.state.past.last else {
      terminal.say("There is nothing to take back.")
      return nil
    }
    terminal.say("Taken back: \(TakenBack(before, in: lap.setup).words).")
    let made = lap.setup.state.standings != before.standings
    if made { terminal.say("What was made in a cloud stays there, and is adopted again.") }
    return .event(.undone)
  }

  private func redo() -> Move? {
    guard !lap.setup.state.future.isEmpty else {
      terminal.say("Nothing was taken back.")
      return nil
    }
    return .event(.redone)
  }

  private func goto(_ name: String) -> Move? {
    let route = Route(lap.setup)
    if let target = route.step(meant: name) { return .event(.wentTo(step: target.name)) }
    if request.question?.shape.isSecret == true || name.mayHoldToken {
      terminal.say("I know no step of that name. :where lists them.")
    } else {
      let guess = Wording.nearest(name, among: route.names).map { " Did you mean \($0)?" }
      terminal.say("I know no step \(name).\(guess ?? " :where lists them.")")
    }
    return nil
  }

  private func set(_ name: String) async throws -> Move? {
    guard let question = lap.setup.walk.guide.question(name) else {
      let names = lap.setup.walk.guide.questions.map(\.name)
      let guess = Wording.nearest(name, among: names) ?? Wording.list(names)
      terminal.say("I know no answer of that name. Did you mean \(guess)?")
      return nil
    }
    let other = lap.otherSuggestion(for: question)
    let ways = question.isOptional ? "leave it as it is; - takes it away" : "leave it as it is"
    let prompt = Prompt(
      question.prompt.trimmedColon + " [\(other?.shown ?? ways)]",
      hidden: question.shape.isSecret)
    // Asked until it fits: what is pasted next must not land on an open line.
    while let line = await person.reader.readLine(prompt).given(for: name) {
      if TypedLine(hidden: line, shape: question.shape) == .command(.clear, "") {
        return clear(name)
      }
      guard let text = line.isEmpty ? other?.given : line else { return nil }
      switch question.parse(text) {
      case .success(let answer): return .answer(answer, to: name)
      case .failure(let mismatch): terminal.say(mismatch.words)
      }
    }
    return nil
  }

  private func hint() {
    if step.hint == nil { terminal.say("There is no hint for this step beyond what it says.") }
    person.tellHint(step, lap)
  }

  private func test() async throws {
    person.dropsEnters = true
    let runner = TripRunner(clouds: lap.works.clouds(of: lap.setup), terminal: terminal)
    do {
      let trip = try await runner.run()
      TripPage(trip).show(on: terminal, in: .wizard)
      if trip.interrupted { throw Interruption() }
    } catch let error as any Explained where error.problem.outcome == .usage {
      // An answer is still to come: the walk asks for it in its turn.
      terminal.show(error.problem)
    }
  }

  private func help() {
    terminal.say(
      "An answer, or one of these; with a colon in front where an answer could be meant:")
    let names = terminal.traits.catalogue.told(WizardWord.names).split(separator: ", ")
    let rows = zip(WizardWord.allCases, names).map { word, name in
      let both = name == word.rawValue ? word.rawValue : "\(name) (\(word.rawValue))"
      return [TableView.Cell(both), .init(word.note)]
    }
    terminal.table(TableView(columns: [.init(""), .init("")], rows: rows, indent: 2))
  }
}

extension LineInput {
  /// What was typed, hidden or not; nil when the person left.
  func given(for name: String) -> Secret? {
    switch self {
    case .line(let line): Secret(line, name: name)
    case .secret(let secret): secret
    case .end, .interrupted, .terminated: nil
    }
  }
}
