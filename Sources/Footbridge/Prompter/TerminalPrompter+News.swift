import Core
import Guide
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
      dropsEnters = step.check == "roundtrip.passes"
      try? present(step, in: session)
      terminal.pause()
      terminal.show(problem.ending(in: .wizard), place: session.place(of: step))
      tellCure(problem, step)
      tellHint(step, session)
      terminal.pause()
    }
  }

  /// Where the answer at fault was given at another step: how to change it from here.
  private func tellCure(_ problem: Problem, _ step: Step) {
    if let question = step.ask, question.isOptional {
      return terminal.say("`clear` goes on without the \(question.noun).")
    }
    guard let question = TerminalPrompter.answersAtFault[problem.code], step.ask?.name != question
    else {
      return
    }
    terminal.say("`:set \(question)` takes another one.")
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
