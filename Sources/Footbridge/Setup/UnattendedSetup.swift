import Core
import Guide
import Terminal
import Walkthrough

/// A setup walked with nobody there: from wherever it stands to its end.
struct UnattendedSetup {
  let name: SetupName
  let sheet: AnswersSheet
  let context: CommandContext
  let requestContext: RequestContext

  /// With what the sheet leaves out taken from flags and the environment.
  init(
    name: SetupName, sheet: AnswersSheet, flags: [String: String], context: CommandContext
  ) throws {
    var sheet = sheet
    sheet.fill(
      flags: flags, environment: context.environment, blynkURL: context.options.blynkURL,
      questions: try context.guide().questions)
    self.init(name: name, sheet: sheet, context: context, requestContext: context.requestContext())
  }

  init(
    name: SetupName, sheet: AnswersSheet, context: CommandContext, requestContext: RequestContext
  ) {
    self.name = name
    self.sheet = sheet
    self.context = context
    self.requestContext = requestContext
  }

  func run() async throws {
    try await Signals.interruptible(saying: InterruptedError().problem) { try await walk() }
  }

  private func walk() async throws {
    let setup = try await context.openToWalk(name, addresses)
    // Whoever has the setup has its lock: held until all is over, whatever the optimizer thinks.
    defer { withExtendedLifetime(setup) {} }
    let capabilities = Capabilities(requestContext: requestContext, console: console)
    try await Restoration(clouds: capabilities.clouds(of: setup)).run()
    for line in GuideChanges(setup).lines { requestContext.terminal.say(line) }
    try takeAnswers(setup)
    // Every check of a finished setup once more; what drifted is walked again.
    let findings =
      try await StepStatusList(setup).isComplete
      ? Checkup(setup: setup, capabilities: capabilities).look() : []
    let prompter = ScriptedPrompter(sheet: sheet) { say($0) }
    _ = try await WalkSession(setup: setup, capabilities: capabilities, prompter: prompter).run()
    if let unasked = Checkup.unasked(in: findings) { throw unasked }
    let standings = StepStatusList(setup)
    requestContext.terminal.say(
      "Setup \(name.text): \(standings.settledWords). Nothing is left to do.", .good)
  }

  private var addresses: CloudAddresses {
    CloudAddresses(
      particle: requestContext.particleURL,
      blynk: sheet.answers["blynk.server"]?.open() ?? requestContext.blynkURL,
      renewed: Set(sheet.answers.keys))
  }

  private var console: PracticeConsole? {
    sheet.practiceAdmin.map { PracticeConsole(admin: $0, transport: requestContext.transport) }
  }

  /// Answers that differ from those that were given replace them. What was found out since, such as
  /// the account's region, stays.
  private func takeAnswers(_ setup: OpenSetup) throws {
    for question in setup.walk.guide.questions {
      guard let typed = sheet.answers[question.name], let kept = setup.given(for: question.name),
        try ScriptedPrompter.parse(typed, for: question) != kept
      else { continue }
      try setup.keep(try ScriptedPrompter.parse(typed, for: question), for: question.name)
    }
  }

  private func say(_ news: News) {
    let terminal = requestContext.terminal
    switch news {
    case .held(let step, let evidence, let warning):
      terminal.say("✓ \(step.title): \(evidence)", .good)
      if let warning { terminal.say("! \(warning)", .warning) }
    case .did(let step, let result): terminal.say("✓ \(step.title): \(result)", .good)
    case .looking, .doing, .failed: return
    }
  }
}
