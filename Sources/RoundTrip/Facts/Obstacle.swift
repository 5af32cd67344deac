import Core
import HTTP

/// Why a question has no answer: a cause, and what came back.
struct Obstacle: Sendable, Equatable {
  var cause: Cause
  var evidence: Phrase
  /// Whether nothing can be concluded from it: network, cloud, rate limit.
  var couldNotAsk: Bool

  init(_ cause: Cause, _ evidence: Phrase, couldNotAsk: Bool = false) {
    self.cause = cause
    self.evidence = evidence
    self.couldNotAsk = couldNotAsk
  }

  /// Whoever waited for the answer was told to end.
  static let calledOff = Obstacle(.unknown, "The trip was called off.", couldNotAsk: true)

  /// Reads an error of the wire or of a client by its code.
  ///
  /// - Parameter work: what was being done; told where there is no reply that tells it.
  init(_ error: any Error, _ work: TripPhase? = nil) {
    if error is CancellationError {
      self = .calledOff
      return
    }
    guard let problem = (error as? any Explained)?.problem else {
      self.init(.unknown, Phrase(verbatim: "\(type(of: error))"), couldNotAsk: true)
      return
    }
    let couldNotAsk = problem.outcome == .couldNotAsk
    let place = error is WireError ? work.map { [$0.words] } ?? [] : []
    let seen = problem.evidence.isEmpty ? problem.told : problem.evidence
    let evidence = ([problem.title] + seen + place).joined(separator: " · ")
    self.init(
      Cause(rawValue: problem.code) ?? (couldNotAsk ? .cloudError : .unknown), evidence,
      couldNotAsk: couldNotAsk)
  }
}

/// What a trip was at when a cloud did not answer.
enum TripPhase: Sendable {
  case reading, writing, puttingBack, listening, calling

  var words: Phrase {
    switch self {
    case .reading: "while I read the trip's datastreams in Blynk"
    case .writing: "while I wrote the switch in Blynk"
    case .puttingBack: "while I put the switch back in Blynk"
    case .listening: "while I opened Particle's event stream"
    case .calling: "while I called the device's function through Particle"
    }
  }
}
