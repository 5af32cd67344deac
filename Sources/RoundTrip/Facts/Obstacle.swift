import Ground

/// Why a question has no answer: a cause, and what came back.
struct Obstacle: Sendable, Equatable {
  var cause: Cause
  var evidence: String
  /// Whether nothing can be concluded from it: network, cloud, rate limit.
  var couldNotAsk: Bool

  init(_ cause: Cause, _ evidence: String, couldNotAsk: Bool = false) {
    self.cause = cause
    self.evidence = evidence
    self.couldNotAsk = couldNotAsk
  }

  /// Reads an error of the wire or of a client by its code.
  init(_ error: any Error) {
    guard let problem = (error as? any Explained)?.problem else {
      self.init(.unknown, "\(type(of: error))", couldNotAsk: true)
      return
    }
    let couldNotAsk = problem.outcome == .couldNotAsk
    let evidence = ([problem.title] + problem.evidence).joined(separator: " · ")
    self.init(
      Cause(rawValue: problem.code) ?? (couldNotAsk ? .cloudError : .unknown), evidence,
      couldNotAsk: couldNotAsk)
  }
}
