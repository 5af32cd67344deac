import Guidebook

/// Where a walk is: all of it follows from the events.
package struct WalkState: Sendable, Equatable {
  package var answers: [String: GivenAnswer] = [:]
  package var standings: [StepName: Standing] = [:]
  /// The present step; nil before the first and after the last.
  package var step: StepName?
  package var phase: Phase = .finished
  /// Acts tried at the present step since it was entered, so that an offer is made once.
  package var offered = false

  package init() {}
}
