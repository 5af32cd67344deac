import Core
import Guide

/// Where a walk is: all of it follows from the events.
package struct WalkState: Sendable, Equatable {
  /// What holds now, by the question's name.
  package var answers: [String: GivenAnswer] = [:]
  /// The answers as they were given; what was found out since may differ.
  package var given: [String: GivenAnswer] = [:]
  /// What was given and is not there any more, by the question's name.
  package var lost: [String: LostAnswer] = [:]
  /// How each step stands; a step that is not here is open.
  package var standings: [StepName: StepStatus] = [:]
  /// The present step; nil before the first and after the last.
  package var step: StepName?
  /// What the walk waits for at the present step; `finished` without one.
  package var phase: Phase = .finished
  /// Acts tried at the present step since it was entered, so that an offer is made once.
  package var offered = false
  /// Nothing here can check the present step.
  package var lacksCheck = false
  /// What Footbridge did at the present step, until it is settled.
  package var done: Phrase?
  /// The guide's steps when the walk last met them changed; empty before the first time.
  package var known: Set<StepName> = []
  /// The states before the last decisions, oldest first; none of them holds others.
  package var past: [WalkState] = []
  /// The states that were taken back, the last one first to come again.
  package var future: [WalkState] = []

  /// Before the first event: nothing is answered, and no step is entered.
  package init() {}

  /// How many decisions can be taken back.
  package static let pastLimit = 100

  /// The state alone, without those before and after it.
  package var alone: WalkState {
    var alone = self
    alone.past = []
    alone.future = []
    return alone
  }
}
