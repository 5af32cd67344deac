import Capabilities
import Core
import Guide
import Storage
import Terminal
import Walkthrough

/// A setup walked with nobody there: from wherever it stands to its end.
package struct UnattendedSetup {
  let name: SetupName
  let sheet: AnswersSheet
  let store: SetupStore
  let requestContext: RequestContext

  /// A walk of the setup of that name, with the answers of the sheet.
  package init(
    name: SetupName, sheet: AnswersSheet, store: SetupStore, requestContext: RequestContext
  ) {
    self.name = name
    self.sheet = sheet
    self.store = store
    self.requestContext = requestContext
  }

  /// Walks it to its end, and says so. Throws what stood in the way, as a page.
  package func run() async throws {
    try await Signals.interruptible(saying: InterruptedError().problem) { try await walk() }
  }

  private func walk() async throws {
    let setup = try await store.openToWalk(name, addresses)
    // Whoever has the setup has its lock: held until all is over, whatever the optimizer thinks.
    defer { withExtendedLifetime(setup) {} }
    let capabilities = SetupCapabilities(
      requestContext: requestContext, terminal: terminal, console: console)
    try await capabilities.clouds(of: setup).device.putBack()
    for line in GuideChanges(setup).lines { terminal.say(line) }
    try takeAnswers(setup)
    // Every check of a finished setup once more; what drifted is walked again.
    let findings =
      try await StepStatusList(setup).isComplete
      ? Checkup(setup: setup, capabilities: capabilities).look() : []
    let prompter = ScriptedPrompter(sheet: sheet) { say($0) }
    _ = try await WalkSession(setup: setup, capabilities: capabilities, prompter: prompter).run()
    if let unasked = Checkup.unasked(in: findings) { throw unasked }
    let standings = StepStatusList(setup)
    terminal.say(
      "Setup \(name.text): \(standings.settledWords). Nothing is left to do.", .good)
  }

  private var terminal: TerminalOutput { store.terminal }

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
    switch news {
    case .held(let step, let evidence, let warning):
      terminal.say("✓ \(step.title): \(evidence)", .good)
      if let warning { terminal.say("! \(warning)", .warning) }
    case .did(let step, let result): terminal.say("✓ \(step.title): \(result)", .good)
    case .looking, .doing, .failed, .believed: return
    }
  }
}
