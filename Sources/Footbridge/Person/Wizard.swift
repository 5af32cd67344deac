import ArgumentParser
import Console
import Ground
import Guidebook
import Journey
import Logbook

/// A walk with a person at the terminal: opens the setup, welcomes, walks, says where it stopped.
struct Wizard {
  let options: CommonOptions
  /// Answers given by flags, by question name.
  var presets: [String: String] = [:]
  /// Set on practice clouds.
  var practice: PracticeStage?

  /// - Parameter name: nil takes the setup that is half done, or asks which.
  func run(_ name: SetupName?) async throws {
    let traits = Doorway(options).terminal
    let home = practice?.home ?? Doorway(options).home
    try home.prepare()
    let reader = LineReader(historyFile: home.file("history")) { traits.traits }
    let doorway = Doorway(options, home: home, output: reader.sink)
    let chosen: SetupName
    if let name {
      chosen = name
    } else {
      chosen = try await WizardChoice(doorway: doorway, reader: reader).setup()
    }
    let surroundings = doorway.surroundings(
      particleURL: practice?.particleURL, blynkURL: practice?.blynkURL)
    let setup = try await doorway.openToWalk(
      chosen,
      CloudAddresses(
        particle: surroundings.particleURL, blynk: surroundings.blynkURL, isOurs: practice != nil))
    // Whoever has the setup has its lock: held until all is over, whatever the optimizer thinks.
    defer { withExtendedLifetime(setup) {} }
    let works = Works(
      surroundings: surroundings,
      console: practice.map {
        PracticeConsole(admin: $0.admin, transport: surroundings.transport, login: $0.login)
      })
    let person = Person(terminal: doorway.terminal, reader: reader)
    let lap = Lap(
      setup: setup, works: works, suggestions: suggestions(doorway, setup.walk.guide),
      companion: person)
    let clouds = works.clouds(of: setup)
    try await Signals.interruptible(saying: Interruption().problem) {
      try await Restoration(clouds: clouds).run()
    }
    try takePresets(setup)
    if let practice { doorway.terminal.say(Wizard.about(practice)) }
    try await walk(lap, person, doorway.terminal)
  }

  /// From where the setup stands to where the person leaves; one whose steps are all settled is
  /// examined first, and then looked back at.
  private func walk(_ lap: Lap, _ person: Person, _ terminal: Terminal) async throws {
    if Standings(lap.setup).isComplete, lap.setup.state.step != nil {
      // Somebody looked back at a step, and left there.
      try lap.setup.record(.movedOn)
    }
    welcome(lap, terminal)
    do {
      var isKnown = true
      let ending = try await person.reader.quietly {
        let isFinished = lap.setup.state.step == nil
        if isFinished { isKnown = try await Examination(lap: lap).run(person) }
        person.staysAtEnd = isFinished && lap.setup.state.step == nil
        return try await lap.run()
      }
      farewell(ending, lap, terminal, isKnown: isKnown)
    } catch let error as any Explained where error.problem.outcome == .interrupted {
      var problem = error.problem
      problem.next = stopped(lap)
      terminal.pause()
      terminal.show(problem)
      throw ExitCode(problem.outcome.rawValue)
    }
  }

  /// What is different on practice clouds, before anything else is said.
  private static func about(_ practice: PracticeStage) -> String {
    """
    This is practice: two clouds and a device of this program, on this machine alone. Nothing is \
    real, Enter suffices nearly everywhere, and a login is \(practice.login.username). What a \
    person would click in a console I do for you, after a yes.
    """
  }

  private func suggestions(_ doorway: Doorway, _ guide: Guide) -> [String: Suggestion] {
    var found: [String: Suggestion] = [:]
    found[LoginTalk.question] = ParticleTool.suggestion(environment: doorway.environment)
    found.merge(Suggestion.from(environment: doorway.environment, guide.questions)) { _, variable in
      variable
    }
    if let url = options.blynkURL { found["blynk.server"] = Suggestion(text: url, shown: url) }
    return found.merging(practice?.suggestions ?? [:]) { _, practice in practice }
  }

  private func takePresets(_ setup: OpenSetup) throws {
    for (name, text) in presets {
      guard let question = setup.walk.guide.question(name) else { continue }
      let answer = try Unattended.parse(Secret(text, name: name), for: question)
      if setup.answer(to: name) != answer { try setup.keep(answer, for: name) }
    }
  }

  private func welcome(_ lap: Lap, _ terminal: Terminal) {
    let standings = Standings(lap.setup)
    for line in GuideNews(lap.setup).lines { terminal.say(line) }
    guard let step = lap.setup.state.step.flatMap(lap.setup.walk.named) else {
      return terminal.say("Welcome back. Every step is settled; I look whether it still holds.")
    }
    if standings.settledCount == 0 {
      terminal.say(lap.setup.walk.guide.title, .bold)
      terminal.say("Enter goes on, :help lists the commands, Ctrl-D leaves; all of it is kept.")
    } else {
      terminal.say(
        "Welcome back. You were at \"\(step.title)\" (step \(standings.number(of: step.name))).")
    }
  }

  /// - Parameter isKnown: whether all that was looked at once more could be asked.
  private func farewell(
    _ ending: Lap.Ending, _ lap: Lap, _ terminal: Terminal, isKnown: Bool
  ) {
    let standings = Standings(lap.setup)
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
          ? "Whenever the switch does nothing: `footbridge test \(lap.setup.name)`. What may stop "
            + "it, and where to go from here: `footbridge guide what-next`."
          : "That was practice. `footbridge` walks the same with your own device and accounts.")
      return
    }
    terminal.say(stopped(lap))
  }

  private var command: String { practice == nil ? "footbridge" : "footbridge practice" }

  /// What is said of a walk that goes on another time.
  private func stopped(_ lap: Lap) -> String {
    let standings = Standings(lap.setup)
    guard let step = lap.setup.state.step, !standings.isComplete else {
      return "All of it is kept; `\(command)` looks again any time."
    }
    return "Stopped at step \(standings.number(of: step)). All of it is kept; `\(command)` goes on "
      + "from here."
  }
}
