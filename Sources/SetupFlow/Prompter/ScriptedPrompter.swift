import Core
import Guide
import Walkthrough

/// Goes along with an answers file: no prompts; what is missing ends the run at once.
struct ScriptedPrompter: Prompter {
  let sheet: AnswersSheet
  let say: (News) -> Void
  let repeatsTrips = true

  func hear(_ news: News, in session: WalkSession) { say(news) }

  func respond(to command: WalkCommand, in session: WalkSession) async throws -> WalkMove {
    switch command {
    case .ask(let question, let step): return try answer(question, at: step, in: session)
    case .offer(_, let step):
      return .event(
        sheet.mayAct ? .offerAccepted(step: step.name) : .offerDeclined(step: step.name))
    case .awaitHand(let step): return try byHand(step, in: session)
    case .awaitMove(_, let step): throw session.trouble ?? ScriptedPrompter.stuck(at: step)
    case .rest: return .event(.movedOn)
    case .check, .perform, .finish: return .leave
    }
  }

  private func answer(_ question: Question, at step: Step, in session: WalkSession) throws
    -> WalkMove
  {
    guard let typed = sheet.answers[question.name] ?? session.suggestion(for: question)?.given
    else {
      if question.isOptional { return .event(.cleared(question: question.name)) }
      throw AnswersError.missing(
        question: question.name, prompt: question.prompt,
        variable: question.variable, flag: question.flag)
    }
    return .answer(try ScriptedPrompter.parse(typed, for: question), to: question.name)
  }

  private func byHand(_ step: Step, in session: WalkSession) throws -> WalkMove {
    if sheet.confirm { return .event(.confirmed(step: step.name)) }
    throw session.trouble
      ?? AnswersError.nobodyThere(step: step.title, key: "confirm: true").problem
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
      evidence: [Phrase(verbatim: step.title)],
      next: "Start `footbridge` in a terminal to go on there.",
      outcome: .finding)
  }
}
