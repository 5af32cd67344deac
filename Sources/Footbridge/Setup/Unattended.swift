import Ground
import Guidebook
import Journey

/// Goes along with an answers file: no prompts; what is missing ends the run at once.
struct Unattended: Companion {
  let sheet: AnswersSheet
  let say: (News) -> Void

  func hear(_ news: News, in lap: Lap) { say(news) }

  func respond(to command: WalkCommand, in lap: Lap) async throws -> Move {
    switch command {
    case .ask(let question, let step): return try answer(question, at: step, in: lap)
    case .offer(_, let step):
      return .event(
        sheet.mayAct ? .offerAccepted(step: step.name) : .offerDeclined(step: step.name))
    case .awaitHand(let step): return try byHand(step, in: lap)
    case .awaitMove(_, let step): throw lap.trouble ?? Unattended.stuck(at: step)
    case .rest: return .event(.movedOn)
    case .check, .perform, .finish: return .leave
    }
  }

  private func answer(_ question: Question, at step: Step, in lap: Lap) throws -> Move {
    guard let typed = sheet.answers[question.name] ?? lap.suggestion(for: question)?.given
    else {
      if question.isOptional { return .event(.cleared(question: question.name)) }
      throw AnswersError.missing(
        question: question.name, prompt: question.prompt,
        variable: question.variable, flag: question.flag)
    }
    return .answer(try Unattended.parse(typed, for: question), to: question.name)
  }

  private func byHand(_ step: Step, in lap: Lap) throws -> Move {
    if sheet.confirm { return .event(.confirmed(step: step.name)) }
    throw lap.trouble ?? AnswersError.nobodyThere(step: step.title, key: "confirm: true").problem
  }

  static func parse(_ typed: Secret, for question: Question) throws -> Answer {
    switch question.parse(typed) {
    case .success(let answer): return answer
    case .failure(let mismatch):
      throw AnswersError.misshapen(question: question.name, words: mismatch.words)
    }
  }

  private static func stuck(at step: Step) -> Problem {
    Problem(
      code: "step-open", title: "A step does not hold", attempt: "I looked at this step again:",
      evidence: [step.title], next: "Start `footbridge` in a terminal to go on there.",
      outcome: .finding)
  }
}
