import Console
import Ground
import Guidebook
import Journey

/// A setup walked with nobody there: from wherever it stands to its end.
struct UnattendedSetup {
  let name: SetupName
  let sheet: AnswersSheet
  let doorway: Doorway
  let surroundings: Surroundings

  /// With what the sheet leaves out taken from flags and the environment.
  init(
    name: SetupName, sheet: AnswersSheet, flags: [String: String], doorway: Doorway
  ) throws {
    var sheet = sheet
    sheet.fill(
      flags: flags, environment: doorway.environment, blynkURL: doorway.options.blynkURL,
      questions: try doorway.guide().questions)
    self.init(name: name, sheet: sheet, doorway: doorway, surroundings: doorway.surroundings())
  }

  init(name: SetupName, sheet: AnswersSheet, doorway: Doorway, surroundings: Surroundings) {
    self.name = name
    self.sheet = sheet
    self.doorway = doorway
    self.surroundings = surroundings
  }

  func run() async throws {
    try await Signals.interruptible(saying: Interruption().problem) { try await walk() }
  }

  private func walk() async throws {
    let setup = try await doorway.openToWalk(name, addresses)
    // Whoever has the setup has its lock: held until all is over, whatever the optimizer thinks.
    defer { withExtendedLifetime(setup) {} }
    let works = Works(surroundings: surroundings, console: console)
    try await Restoration(clouds: works.clouds(of: setup)).run()
    for line in GuideNews(setup).lines { surroundings.terminal.say(line) }
    try takeAnswers(setup)
    // Every check of a finished setup once more; what drifted is walked again.
    let findings =
      try await Standings(setup).isComplete
      ? Examination(setup: setup, works: works).look() : []
    let companion = Unattended(sheet: sheet) { say($0) }
    _ = try await Lap(setup: setup, works: works, companion: companion).run()
    if let unasked = Examination.unasked(in: findings) { throw unasked }
    let standings = Standings(setup)
    surroundings.terminal.say(
      "Setup \(name.text): \(standings.settledWords). Nothing is left to do.", .good)
  }

  private var addresses: CloudAddresses {
    CloudAddresses(
      particle: surroundings.particleURL,
      blynk: sheet.answers["blynk.server"]?.open() ?? surroundings.blynkURL,
      renewed: Set(sheet.answers.keys))
  }

  private var console: PracticeConsole? {
    sheet.practiceAdmin.map { PracticeConsole(admin: $0, transport: surroundings.transport) }
  }

  /// Answers that differ from those that were given replace them. What was found out since, such as
  /// the account's region, stays.
  private func takeAnswers(_ setup: OpenSetup) throws {
    for question in setup.walk.guide.questions {
      guard let typed = sheet.answers[question.name], let kept = setup.given(for: question.name),
        try Unattended.parse(typed, for: question) != kept
      else { continue }
      try setup.keep(try Unattended.parse(typed, for: question), for: question.name)
    }
  }

  private func say(_ news: News) {
    let terminal = surroundings.terminal
    switch news {
    case .held(let step, let evidence, let warning):
      terminal.say("✓ \(step.title): \(evidence)", .good)
      if let warning { terminal.say("! \(warning)", .warning) }
    case .did(let step, let result): terminal.say("✓ \(step.title): \(result)", .good)
    case .looking, .doing, .failed: return
    }
  }
}
