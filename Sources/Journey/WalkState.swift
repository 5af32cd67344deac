import Guidebook

/// Where a walk is: all of it follows from the events.
package struct WalkState: Sendable, Equatable {
  package var answers: [String: GivenAnswer] = [:]
  /// The answers as they were given; what was found out since may differ.
  package var given: [String: GivenAnswer] = [:]
  package var standings: [StepName: Standing] = [:]
  /// The present step; nil before the first and after the last.
  package var step: StepName?
  package var phase: Phase = .finished
  /// Acts tried at the present step since it was entered, so that an offer is made once.
  package var offered = false
  /// Nothing here can check the present step.
  package var lacksCheck = false
  /// The guide's steps when the walk last met them changed; empty before the first time.
  package var known: [StepName] = []
  /// The states before the last decisions, oldest first; none of them holds others.
  package var past: [WalkState] = []
  /// The states that were taken back, the last one first to come again.
  package var future: [WalkState] = []

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
