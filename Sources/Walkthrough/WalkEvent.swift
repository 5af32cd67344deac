import Core
import Guide

/// What happened on a walk. Events are written down before anything acts on them, and never edited.
package enum WalkEvent: Sendable, Equatable, Codable {
  /// A setup was begun on the guide of that id.
  case began(guide: String)
  /// A question got an answer. A secret's text is not in it: it is kept apart.
  case answered(question: String, answer: GivenAnswer)
  /// The answer to an optional question is taken away, and the walk goes on without it.
  case cleared(question: String)
  /// A secret that was given is not in its file any more.
  case lost(question: String)
  /// A secret that was lost is in its file again.
  case found(question: String)
  /// The answer to a question was found out by the way, by a check or an act.
  case learned(question: String, answer: GivenAnswer)
  /// A check saw what it wants to see.
  case checkHeld(step: StepName, evidence: Phrase)
  /// A check saw something else.
  case checkFailed(step: StepName, code: String)
  /// A check could not ask: the network, a cloud, a limit.
  case checkUnanswered(step: StepName, code: String)
  /// There is nothing here to check it with: the person's word counts, or the act's.
  case checkLacking(step: StepName)
  /// The person agreed that Footbridge does it.
  case offerAccepted(step: StepName)
  /// The person does it by hand, or Footbridge cannot.
  case offerDeclined(step: StepName)
  /// Footbridge did it.
  case actDone(step: StepName, result: Phrase, made: MadeObject?)
  case actFailed(step: StepName, code: String)
  /// The person says that it is done.
  case confirmed(step: StepName)
  case skipped(step: StepName, why: Phrase)
  /// The person wants the check once more.
  case retried(step: StepName)
  /// A step that held no longer does.
  case drifted(step: StepName, code: String)
  case wentBack
  case wentTo(step: StepName)
  /// The guide was read with these steps, which are not those of the last time.
  case guideChanged(steps: [StepName])
  /// On from a step that is looked at again.
  case movedOn
  /// The last decision is taken back, with all that followed from it.
  case undone
  /// What was taken back is put in place again.
  case redone

  /// Whether a person decided this: what `undo` takes back. The rest only follows.
  var isDecision: Bool {
    switch self {
    case .answered, .cleared, .offerAccepted, .offerDeclined, .confirmed, .skipped, .wentBack,
      .wentTo,
      .movedOn:
      true
    case .began, .lost, .found, .learned, .checkHeld, .checkFailed, .checkUnanswered, .checkLacking,
      .actDone, .actFailed, .retried, .drifted, .guideChanged, .undone, .redone:
      false
    }
  }
}
