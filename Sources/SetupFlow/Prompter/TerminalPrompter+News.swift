import Capabilities
import Core
import Guide
import RoundTrip
import Terminal
import Walkthrough

extension TerminalPrompter {
  func hear(_ news: News, in session: WalkSession) {
    switch news {
    // A check is waited for below the step that it is about, if that was shown before.
    case .looking: return
    case .doing(let step): try? present(step, in: session)
    case .held(let step, let evidence, let warning):
      if shown == step.name {
        terminal.say("✓ \(evidence)", .good)
      } else {
        tellPassed(step, evidence)
      }
      if let warning { terminal.say("! \(warning)", .warning) }
    case .did(_, let result): terminal.say("✓ \(result)", .good)
    case .failed(let step, let problem):
      dropsEnters = step.check == CapabilityTable.roundTrip.id
      try? present(step, in: session)
      terminal.pause()
      terminal.show(problem.ending(in: .wizard), place: session.place(of: step))
      let isElsewhere = tellCure(problem, step, session)
      tellDoubts(of: problem.code, at: step, session)
      if !isElsewhere { tellHint(step, session) }
      terminal.pause()
    case .believed(let step):
      // On practice clouds many a step has nothing to be done.
      let isIdle =
        session.capabilities.console != nil && session.practiceCalls(for: step) == nil
      let isLookedAt =
        step.check.map { session.capabilities.canSee($0, of: session.setup) } ?? false
      if step.isPage || isIdle || isLookedAt { return }
      terminal.say("I take your word for it; nothing shows me that it is done.")
    }
  }

  /// The steps before one that nobody but the person has seen done: those of the section that a
  /// cause points to, where there are any.
  private func tellDoubts(of code: String, at step: Step, _ session: WalkSession) {
    let list = StepStatusList(session.setup)
    let all = list.route.prefix { $0.name != step.name }.filter(session.rests)
    let section = Cause(rawValue: code)?.section?.rawValue
    let near = all.filter { $0.name.section == section }
    for doubt in near.isEmpty ? all : near {
      let place = list.place(of: doubt)
      terminal.say(
        "Only your word says that step \(place) is done, \"\(doubt.title)\": `goto \(place)`, and "
          + "`do` has me do it.")
    }
  }

  /// How to change the answer at fault from here.
  ///
  /// - Returns: whether it was given at another step.
  private func tellCure(_ problem: Problem, _ step: Step, _ session: WalkSession) -> Bool {
    if let question = step.ask, question.isOptional {
      terminal.say("`clear` goes on without the \(question.noun).")
      return false
    }
    guard let question = TerminalPrompter.answersAtFault[problem.code], step.ask?.name != question
    else { return false }
    terminal.say("`:set \(question)` takes another one.")
    let asker = session.setup.walk.asker(of: question, in: session.setup.state)
    if let asker, asker.act != nil {
      terminal.say("`goto \(asker.name.step)` leads to its step, where `do` makes one.")
    }
    return true
  }

  /// The answers that a cloud's refusal speaks of.
  private static let answersAtFault = [
    "particle-bad-token": "particle.access_token",
    "particle-token-expired": "particle.access_token",
    "particle-device-unknown": "particle.device_id",
    "blynk-bad-token": "blynk.auth_token",
    "blynk-wrong-region": "blynk.server",
  ]

  /// The step's hint, if it has one.
  func tellHint(_ step: Step, _ session: WalkSession) {
    guard let hint = step.hint, let prose = try? GuideDocument.fill(hint, values: values(session))
    else {
      return
    }
    terminal.say(prose)
  }

  /// What a step says in its places, in the person's language.
  func values(_ session: WalkSession) -> [String: String] {
    session.values.mapValues(terminal.traits.catalog.told)
  }
}
