import Core
import RoundTrip

/// What `doctor --json` prints.
package struct DoctorObject: Encodable {
  struct Entry: Encodable {
    let step: String
    let holds: Bool
    /// False when the cloud could not be asked: then nothing is known, and nothing has drifted.
    let asked: Bool
    let code: String?
    let evidence: [String]
    let fix: String?
    /// What holds and should be known all the same; it begins with a cause's code.
    let warning: String?
  }

  let setup: String
  let holds: Bool
  let checks: [Entry]
  /// Why nothing was looked at, where other setups were: `setup-held`, `setup-unfinished`.
  let obstacle: String?

  /// A setup that was looked at.
  package init(_ setup: String, _ findings: [CheckupFinding]) {
    self.setup = setup
    obstacle = nil
    holds = findings.allSatisfy(\.holds)
    checks = findings.map { finding in
      let step = finding.step.name.rawValue
      switch finding.result {
      case .success(let evidence):
        return Entry(
          step: step, holds: true, asked: true, code: nil, evidence: [evidence.english], fix: nil,
          warning: finding.warning?.english)
      case .failure(let problem):
        return Entry(
          step: step, holds: false, asked: problem.outcome == .finding, code: problem.code,
          evidence: problem.told.map(\.english),
          fix: (Cause(rawValue: problem.code)?.fix ?? problem.next).english,
          warning: nil)
      }
    }
  }

  /// A setup that was not looked at, and why.
  package init(_ setup: String, obstacle: FleetObstacle) {
    self.setup = setup
    self.obstacle = obstacle.code
    holds = false
    checks = []
  }

  /// One line of JSON.
  package var line: String { JSONText.line(self) }
}
