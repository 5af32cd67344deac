import Core
import ParticleAPI
import RoundTrip

/// What a look at Particle's integrations can find wrong. Which cause it is, the finding decides,
/// as for a trip.
enum IntegrationProblem: Explained {
  /// A cause of the finding's, with its evidence.
  case broken(Cause, evidence: Phrase)
  case several([Integration])
  /// The value arrives, and the guide has it otherwise.
  case differs(Cause, Integration, [FieldDifference])
  /// One that is of another kind than a webhook is the person's to mend.
  case otherKind(Integration, [FieldDifference])
  /// A place in which there may be one would not be looked into, so none is made.
  case unseen(evidence: Phrase)

  var problem: Problem {
    switch self {
    case .broken(let cause, let evidence):
      page(cause, "I looked for the integration wherever it may be:", [evidence])
    case .several(let all):
      page(
        .integrationDuplicate,
        "Each of them sends every event to Blynk, and every one costs messages:",
        all.map(\.shownID))
    case .differs(let cause, let one, let differences):
      page(
        cause, "I compared integration \(one.shownID) field by field:", differences.map(\.shown))
    case .otherKind(let one, let differences):
      page(
        .integrationWrongField,
        "Integration \(one.shownID) goes to Blynk and is no webhook, so I leave it as it is:",
        [Phrase(verbatim: Quoted.text(one.kind ?? ""))] + differences.map(\.shown))
    case .unseen(let evidence):
      page(
        .particleTokenScope, "I make no integration where one may be that I cannot see:", [evidence]
      )
    }
  }

  private func page(_ cause: Cause, _ attempt: Phrase, _ evidence: [Phrase]) -> Problem {
    Problem(
      code: cause.code, title: cause.title, attempt: attempt, evidence: evidence, next: cause.fix,
      outcome: .finding)
  }
}
