import ArgumentParser
import Core
import Guide
import Storage
import Terminal
import Walkthrough

/// A walk with a person at the terminal: opens the setup, welcomes, walks, says where it stopped.
struct Wizard {
  let options: CommonOptions
  /// Answers given by flags, by question name.
  var presets: [String: String] = [:]
  /// Set on practice clouds.
  var practice: PracticeSession?

  /// - Parameter name: nil takes the setup that is half done, or asks which.
  func run(_ name: SetupName?) async throws {
    let traits = CommandContext(options).terminal
    let home = practice?.home ?? CommandContext(options).home
    try home.prepare()
    let reader = LineReader(historyFile: home.file("history")) { traits.traits }
    let context = CommandContext(options, home: home, output: reader.sink)
    let chosen: SetupName
    if let name {
      chosen = name
    } else {
      chosen = try await WizardChoice(context: context, reader: reader).setup()
    }
    let requestContext = context.requestContext(
      particleURL: practice?.particleURL, blynkURL: practice?.blynkURL)
    let setup = try await context.openToWalk(
      chosen,
      CloudAddresses(
        particle: requestContext.particleURL, blynk: requestContext.blynkURL,
        isOurs: practice != nil))
    // Whoever has the setup has its lock: held until all is over, whatever the optimizer thinks.
    defer { withExtendedLifetime(setup) {} }
    let capabilities = Capabilities(
      requestContext: requestContext,
      console: practice.map {
        PracticeConsole(admin: $0.admin, transport: requestContext.transport, login: $0.login)
      })
    let prompter = TerminalPrompter(terminal: context.terminal, reader: reader)
    let session = WalkSession(
      setup: setup, capabilities: capabilities, suggestions: suggestions(context, setup.walk.guide),
      prompter: prompter)
    let clouds = capabilities.clouds(of: setup)
    try await Signals.interruptible(saying: InterruptedError().problem) {
      try await Restoration(clouds: clouds).run()
    }
    try takePresets(setup)
    if let practice { context.terminal.say(Wizard.about(practice)) }
    try await walk(session, prompter, context.terminal)
  }

  /// From where the setup stands to where the person leaves; one whose steps are all settled is
  /// examined first, and then looked back at.
  private func walk(
    _ session: WalkSession, _ prompter: TerminalPrompter, _ terminal: TerminalOutput
  )
    async throws
  {
    if StepStatusList(session.setup).isComplete, session.setup.state.step != nil {
      // Somebody looked back at a step, and left there.
      try session.setup.record(.movedOn)
    }
    welcome(session, terminal)
    do {
      var isKnown = true
      let ending = try await prompter.reader.quietly {
        let isFinished = session.setup.state.step == nil
        if isFinished { isKnown = try await Checkup(session: session).run(prompter) }
        prompter.staysAtEnd = isFinished && session.setup.state.step == nil
        return try await session.run()
      }
      farewell(ending, session, terminal, isKnown: isKnown)
    } catch let error as any Explained where error.problem.outcome == .interrupted {
      var problem = error.problem
      problem.next = stopped(session)
      terminal.pause()
      terminal.show(problem)
      throw ExitCode(problem.outcome.rawValue)
    }
  }

  /// What is different on practice clouds, before anything else is said.
  private static func about(_ practice: PracticeSession) -> String {
    """
    This is practice: two clouds and a device of this program, on this machine alone. Nothing is \
    real, Enter suffices nearly everywhere, and a login is \(practice.login.username). What a \
    person would click in a console I do for you, after a yes.
    """
  }

  private func suggestions(_ context: CommandContext, _ guide: GuideDocument) -> [String:
    Suggestion]
  {
    var found: [String: Suggestion] = [:]
    found[LoginDialog.question] = ParticleCLIToken.suggestion(environment: context.environment)
    found.merge(Suggestion.from(environment: context.environment, guide.questions)) { _, variable in
      variable
    }
    if let url = options.blynkURL { found["blynk.server"] = Suggestion(text: url, shown: url) }
    return found.merging(practice?.suggestions ?? [:]) { _, practice in practice }
  }

  private func takePresets(_ setup: OpenSetup) throws {
    for (name, text) in presets {
      guard let question = setup.walk.guide.question(name) else { continue }
      let answer = try ScriptedPrompter.parse(Secret(text, name: name), for: question)
      if setup.answer(to: name) != answer { try setup.keep(answer, for: name) }
    }
  }

  private func welcome(_ session: WalkSession, _ terminal: TerminalOutput) {
    let standings = StepStatusList(session.setup)
    for line in GuideChanges(session.setup).lines { terminal.say(line) }
    guard let step = session.setup.state.step.flatMap(session.setup.walk.named) else {
      return terminal.say("Welcome back. Every step is settled; I look whether it still holds.")
    }
    if standings.settledCount == 0 {
      terminal.say(session.setup.walk.guide.title, .bold)
      terminal.say("Enter goes on, :help lists the commands, Ctrl-D leaves; all of it is kept.")
    } else {
      terminal.say(
        "Welcome back. You were at \"\(step.title)\" (step \(standings.number(of: step.name))).")
    }
  }

  /// - Parameter isKnown: whether all that was looked at once more could be asked.
  private func farewell(
    _ ending: WalkSession.Ending, _ session: WalkSession, _ terminal: TerminalOutput, isKnown: Bool
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
          : "That was practice; `footbridge practice` comes back to it, where `test`, `doctor` and "
            + "`goto what-next` go on. `footbridge` walks the same with your own device and "
            + "accounts.")
      return
    }
    terminal.say(stopped(session))
  }

  private var command: String { practice == nil ? "footbridge" : "footbridge practice" }

  /// What is said of a walk that goes on another time.
  private func stopped(_ session: WalkSession) -> String {
    let standings = StepStatusList(session.setup)
    guard let step = session.setup.state.step, !standings.isComplete else {
      return "All of it is kept; `\(command)` looks again any time."
    }
    return "Stopped at step \(standings.number(of: step)). All of it is kept; `\(command)` goes on "
      + "from here."
  }
}
