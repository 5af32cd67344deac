import Capabilities
import Core
import Guide
import Storage
import Terminal
import Walkthrough

/// A walk with a person at the terminal: opens the setup, welcomes, walks, says where it stopped.
package struct Wizard {
  let store: SetupStore
  let reader: LineReader
  let requestContext: RequestContext
  /// Blynk's address as a flag gave it.
  var blynkURL: String?
  /// Answers given by flags, by question name.
  var presets: [String: String] = [:]
  /// Set on practice clouds.
  var practice: PracticeSession?

  /// A walk of setups of the store, with who sits at the reader's terminal.
  package init(
    store: SetupStore, reader: LineReader, requestContext: RequestContext, blynkURL: String? = nil,
    presets: [String: String] = [:], practice: PracticeSession? = nil
  ) {
    self.store = store
    self.reader = reader
    self.requestContext = requestContext
    self.blynkURL = blynkURL
    self.presets = presets
    self.practice = practice
  }

  private var terminal: TerminalOutput { store.terminal }

  /// How a walk was left.
  package enum Ending {
    case over
    /// The person left before a setup was chosen.
    case unopened
    /// It was ended from outside; that is said.
    case interrupted(Problem.Outcome)
  }

  /// - Parameter name: nil takes the setup that is half done, or asks which.
  package func run(_ name: SetupName?) async throws -> Ending {
    var name = name
    if name == nil { name = try await WizardChoice(store: store, reader: reader).setup() }
    guard let name else { return .unopened }
    let setup = try await store.openToWalk(
      name,
      CloudAddresses(
        particle: requestContext.particleURL, blynk: requestContext.blynkURL,
        isOurs: practice != nil))
    // Whoever has the setup has its lock: held until all is over, whatever the optimizer thinks.
    defer { withExtendedLifetime(setup) {} }
    let capabilities = SetupCapabilities(
      requestContext: requestContext, terminal: terminal, console: console)
    let prompter = TerminalPrompter(terminal: terminal, reader: reader)
    let session = WalkSession(
      setup: setup, capabilities: capabilities, suggestions: suggestions(setup.walk.guide),
      prompter: prompter)
    let clouds = capabilities.clouds(of: setup)
    try await Signals.interruptible(saying: InterruptedError().problem) {
      try await clouds.device.putBack()
    }
    try takePresets(setup)
    if let practice { terminal.say(Wizard.about(practice)) }
    return try await walk(session, prompter)
  }

  private var console: PracticeConsole? {
    practice.map {
      PracticeConsole(admin: $0.admin, transport: requestContext.transport, login: $0.login)
    }
  }

  /// From where the setup stands to where the person leaves; one whose steps are all settled is
  /// examined first, and then looked back at.
  private func walk(
    _ session: WalkSession, _ prompter: TerminalPrompter
  ) async throws -> Ending {
    if StepStatusList(session.setup).isComplete, session.setup.state.step != nil {
      // Somebody looked back at a step, and left there.
      try session.setup.record(.movedOn)
    }
    welcome(session)
    do {
      var isKnown = true
      let ending = try await prompter.reader.quietly {
        let isFinished = session.setup.state.step == nil
        if isFinished { isKnown = try await Checkup(session: session).run(on: terminal) }
        prompter.staysAtEnd = isFinished && session.setup.state.step == nil
        return try await session.run()
      }
      farewell(ending, session, isKnown: isKnown)
      return .over
    } catch let error as any Explained where error.problem.outcome == .interrupted {
      var problem = error.problem
      problem.next = stopped(session)
      terminal.pause()
      terminal.show(problem)
      return .interrupted(problem.outcome)
    }
  }

  /// What is different on practice clouds, before anything else is said.
  private static func about(_ practice: PracticeSession) -> Phrase {
    """
    This is practice: two clouds and a device of this program, on this machine alone. Nothing is \
    real, Enter suffices nearly everywhere, and a login is \(practice.login.username). What a \
    person would make in a console I make for you, after a yes; what is only looked at there takes \
    your word.
    """
  }

  private func suggestions(_ guide: GuideDocument) -> [String: Suggestion] {
    let environment = requestContext.environment
    var found: [String: Suggestion] = [:]
    found[LoginDialog.question] = ParticleCLIToken.suggestion(environment: environment)
    found.merge(Suggestion.from(environment: environment, guide.questions)) { _, variable in
      variable
    }
    if let url = blynkURL {
      found["blynk.server"] = Suggestion(text: url, shown: Phrase(verbatim: url))
    }
    return found.merging(practice?.suggestions ?? [:]) { _, practice in practice }
  }

  private func takePresets(_ setup: OpenSetup) throws {
    for (name, text) in presets {
      guard let question = setup.walk.guide.question(name) else { continue }
      let answer = try ScriptedPrompter.parse(Secret(text, name: name), for: question)
      if setup.answer(to: name) != answer { try setup.keep(answer, for: name) }
    }
  }

  private func welcome(_ session: WalkSession) {
    let standings = StepStatusList(session.setup)
    for line in GuideChanges(session.setup).lines { terminal.say(line) }
    guard let step = session.setup.state.step.flatMap(session.setup.walk.named) else {
      return terminal.say("Welcome back. Every step is settled; I look whether it still holds.")
    }
    if standings.settledCount == 0 {
      terminal.say(Phrase(verbatim: session.setup.walk.guide.title), .bold)
      terminal.say("Enter goes on, :help lists the commands, Ctrl-D leaves; all of it is kept.")
    } else {
      terminal.say(
        "Welcome back. You were at \"\(step.title)\" (step \(standings.number(of: step.name))).")
    }
  }

  /// - Parameter isKnown: whether all that was looked at once more could be asked.
  private func farewell(
    _ ending: WalkSession.Ending, _ session: WalkSession, isKnown: Bool
  ) {
    let standings = StepStatusList(session.setup)
    terminal.pause()
    guard ending == .left, !standings.isComplete else {
      guard isKnown else {
        return terminal.say(
          "Not all of it could be asked, so nobody knows whether it holds. `\(command)` looks "
            + "again any time.", .warning)
      }
      terminal.say(
        "All \(standings.route.count) steps are settled. Nothing is left to do; `\(command)` looks "
          + "again any time.", .good)
      terminal.say(
        practice == nil
          ? "Whenever the switch does nothing: `footbridge test \(session.setup.name)`. What may "
            + "stop it, and where to go from here: `footbridge guide what-next`."
          : "That was practice. `\(command)` opens it again: type `test`, `doctor` or "
            + "`goto what-next` there. `footbridge` walks the same with your own device and "
            + "accounts.")
      return
    }
    terminal.say(stopped(session))
  }

  /// What goes on with this walk, in a shell.
  private var command: String {
    let home = store.homeFlag.map { " --home \($0)" } ?? ""
    return (practice == nil ? "footbridge" : "footbridge practice") + home
  }

  /// What is said of a walk that goes on another time.
  private func stopped(_ session: WalkSession) -> Phrase {
    let standings = StepStatusList(session.setup)
    guard let step = session.setup.state.step, !standings.isComplete else {
      return "All of it is kept; `\(command)` looks again any time."
    }
    return "Stopped at step \(standings.number(of: step)). All of it is kept; `\(command)` goes on "
      + "from here."
  }
}
