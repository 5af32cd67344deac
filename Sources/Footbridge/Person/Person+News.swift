import Console
import Ground
import Guidebook
import Journey

extension Person {
  func hear(_ news: News, in lap: Lap) {
    switch news {
    // A check is waited for below the step that it is about, if that was shown before.
    case .looking: return
    case .doing(let step): try? present(step, in: lap)
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
      try? present(step, in: lap)
      terminal.pause()
      terminal.show(problem.ending(in: .wizard), place: lap.place(of: step))
      tellCure(problem, step)
      tellHint(step, lap)
      terminal.pause()
    }
  }

  /// Where the answer at fault was given at another step: how to change it from here.
  private func tellCure(_ problem: Problem, _ step: Step) {
    if let question = step.ask, question.isOptional {
      return terminal.say("`clear` goes on without the \(question.noun).")
    }
    guard let question = Person.answersAtFault[problem.code], step.ask?.name != question else {
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
  func tellHint(_ step: Step, _ lap: Lap) {
    guard let hint = step.hint, let prose = try? Guide.fill(hint, values: values(lap)) else {
      return
    }
    terminal.say(prose)
  }

  /// What a step says in its places, in the person's language.
  func values(_ lap: Lap) -> [String: String] {
    lap.values.mapValues(terminal.traits.catalogue.told)
  }
}
