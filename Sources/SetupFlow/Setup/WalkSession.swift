import Capabilities
import Core
import Guide
import Storage
import Walkthrough

/// One go of a walk: command, what came of it, event, next command; until nothing is left or
/// somebody leaves.
///
/// Events are durable before they are acted on, so it may end anywhere and is taken up again by
/// performing the same command.
final class WalkSession {
  enum Ending { case finished, left }

  let setup: OpenSetup
  let capabilities: SetupCapabilities
  /// Answers from outside, by question, such as the environment's tokens.
  let suggestions: [String: Suggestion]
  private let prompter: any Prompter
  /// The last thing that went wrong, for whoever is asked what to do about it.
  private(set) var trouble: Problem?

  init(
    setup: OpenSetup, capabilities: SetupCapabilities, suggestions: [String: Suggestion] = [:],
    prompter: any Prompter
  ) {
    self.suggestions = suggestions
    self.setup = setup
    self.capabilities = capabilities
    self.prompter = prompter
  }

  func run() async throws -> Ending {
    try lookAgainIfStuck()
    while let command = setup.commands.first {
      switch command {
      case .finish: guard try await move(after: command) else { return .finished }
      case .check(let name, let step) where !capabilities.canSee(name, of: setup):
        try setup.record(.checkLacking(step: step.name))
      case .check(let name, let step): try await check(name, step)
      case .perform(let act, let step): try await perform(act, step)
      case .offer(let act, let step) where !capabilities.canPerform(act, for: setup):
        try setup.record(.offerDeclined(step: step.name))
      case .ask, .offer, .awaitHand, .awaitMove, .rest:
        guard try await move(after: command) else { return .left }
      }
    }
    return .finished
  }

  /// What the step says, with the values filled in.
  var values: [String: Phrase] { capabilities.bindings(of: setup).shown }

  private func move(after command: WalkCommand) async throws -> Bool {
    switch try await prompter.respond(to: command, in: self) {
    case .answer(let answer, let question): try setup.keep(answer, for: question)
    case .event(.confirmed(let step)): try await confirmed(step)
    case .event(let event): try setup.record(event)
    case .leave: return false
    }
    return true
  }

  /// What a person says is done, may be seen: then it is proven, and not only said.
  private func confirmed(_ name: StepName) async throws {
    guard let step = setup.walk.named(name),
      let seen = await capabilities.glance(step.check, of: setup)
    else {
      try setup.record(.confirmed(step: name))
      if let step = setup.walk.named(name) { prompter.hear(.believed(step), in: self) }
      return
    }
    try setup.record(.checkHeld(step: name, evidence: seen.evidence))
    prompter.hear(.held(step, evidence: seen.evidence), in: self)
  }

  private func check(_ name: String, _ step: Step) async throws {
    prompter.hear(.looking(step), in: self)
    do {
      let observation = try await capabilities.terminal.progress("Checking: \(step.title)") { _ in
        try await capabilities.check(name, of: setup)
      }
      try keep(observation.facts)
      try setup.record(.checkHeld(step: step.name, evidence: observation.evidence))
      trouble = nil
      prompter.hear(
        .held(step, evidence: observation.evidence, warning: observation.warning), in: self)
    } catch let error as any Explained where WalkSession.isOfCloud(error) {
      try failed(step, error.problem)
    } catch let error as any Explained where error.problem.outcome == .interrupted {
      // So that who comes back is asked first, where it takes long.
      try setup.record(.checkUnanswered(step: step.name, code: error.problem.code))
      throw error
    }
  }

  /// Keeps what was learned by the way and is new.
  private func keep(_ facts: [String: Answer]) throws {
    for (question, answer) in facts.sorted(by: { $0.key < $1.key })
    where setup.answer(to: question) != answer {
      try setup.learn(answer, for: question)
    }
  }

  private func failed(_ step: Step, _ problem: Problem) throws {
    trouble = problem
    let asked = problem.outcome != .couldNotAsk
    try setup.record(
      asked
        ? .checkFailed(step: step.name, code: problem.code)
        : .checkUnanswered(step: step.name, code: problem.code))
    if case .stuck = setup.state.phase { prompter.hear(.failed(step, problem), in: self) }
  }

  private func perform(_ act: String, _ step: Step) async throws {
    prompter.hear(.doing(step), in: self)
    do {
      let deed = try await capabilities.terminal.progress("At work: \(step.title)") {
        _ in try await capabilities.perform(act, for: setup)
      }
      try keep(deed.facts)
      try setup.record(.actDone(step: step.name, result: deed.result, made: deed.made))
      prompter.hear(.did(step, result: deed.result), in: self)
    } catch let error as any Explained where WalkSession.isOfCloud(error) {
      trouble = error.problem
      try setup.record(.actFailed(step: step.name, code: error.problem.code))
      prompter.hear(.failed(step, error.problem), in: self)
    }
  }

  /// Whether it is of the step; a logbook that fails, or somebody who ends it all, ends the walk.
  private static func isOfCloud(_ error: any Explained) -> Bool {
    !(error is LogbookError) && error.problem.outcome != .interrupted
  }

  /// A walk that stopped at a failed check begins by looking once more: things may have changed.
  private func lookAgainIfStuck() throws {
    guard case .stuck = setup.state.phase, let name = setup.state.step else { return }
    let isTrip = setup.walk.named(name)?.check == CapabilityTable.roundTrip.id
    if isTrip, !prompter.repeatsTrips { return }
    try setup.record(.retried(step: name))
  }
}
