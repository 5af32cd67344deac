import Ground
import Particle

/// What a look at Particle's integrations can find wrong.
enum IntegrationProblem: Explained {
  case missing(String)
  case several([String])
  case differs([FieldDifference], Scrubber)

  var problem: Problem {
    switch self {
    case .missing(let event):
      Problem(
        code: "integration-missing", title: "Particle has no integration for \(event)",
        attempt: "I listed the integrations of your account:",
        evidence: ["none fires on \(event)"],
        next: "Make it: `:do` in section particle-integration, or by hand as it says there.",
        outcome: .finding)
    case .several(let ids):
      Problem(
        code: "integration-duplicate", title: "Several integrations fire on this event",
        attempt: "Each of them sends every event to Blynk, and every one costs messages:",
        evidence: ids, next: "Delete all but one in the Particle console, then check again.",
        outcome: .finding)
    case .differs(let differences, let scrubber):
      Problem(
        code: "integration-wrong-field", title: "The integration differs from the guide",
        attempt: "I compared it field by field:",
        evidence: differences.map { scrubber.scrub(IntegrationProblem.line($0)) },
        next: "Put it right: `:do`, or edit those fields in the Particle console.",
        outcome: .finding)
    }
  }

  private static func line(_ difference: FieldDifference) -> String {
    let wanted = difference.wanted ?? "not there"
    return "\(difference.field): \(difference.found ?? "not there"), should be \(wanted)"
  }
}
