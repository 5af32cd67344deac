import Core

/// The first broken leg, and why.
struct Finding: Sendable, Equatable {
  var leg: Leg
  var cause: Cause
  var evidence: Phrase
  /// Nothing can be concluded: the verdict is inconclusive, and no leg is blamed.
  var couldNotAsk = false
  /// Finer causes that fit as well, likeliest first.
  var candidates: [Cause] = []
  /// Legs before the failed one that nobody could judge.
  var unseen: Set<Leg> = []

  init(
    _ leg: Leg, _ cause: Cause, _ evidence: Phrase, couldNotAsk: Bool = false,
    candidates: [Cause] = [], unseen: Set<Leg> = []
  ) {
    self.leg = leg
    self.cause = cause
    self.evidence = evidence
    self.couldNotAsk = couldNotAsk
    self.candidates = candidates
    self.unseen = unseen
  }

  init(_ leg: Leg, _ obstacle: Obstacle, unseen: Set<Leg> = []) {
    self.init(
      leg, obstacle.cause, obstacle.evidence, couldNotAsk: obstacle.couldNotAsk, unseen: unseen)
  }

  /// The trip was called off here.
  static func unfinished(_ leg: Leg) -> Finding {
    Finding(leg, .unknown, "The trip was called off.", couldNotAsk: true)
  }
}
