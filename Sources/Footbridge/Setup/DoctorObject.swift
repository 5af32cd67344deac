import Ground

/// What `doctor --json` prints.
struct DoctorObject: Encodable {
  struct Entry: Encodable {
    let step: String
    let holds: Bool
    let code: String?
    let evidence: [String]
  }

  let setup: String
  let holds: Bool
  let checks: [Entry]

  init(_ setup: String, _ findings: [Examination.Finding]) {
    self.setup = setup
    holds = findings.allSatisfy(\.holds)
    checks = findings.map { finding in
      switch finding.result {
      case .success(let evidence):
        Entry(step: finding.step.name.rawValue, holds: true, code: nil, evidence: [evidence])
      case .failure(let problem):
        Entry(
          step: finding.step.name.rawValue, holds: false, code: problem.code,
          evidence: problem.evidence)
      }
    }
  }

  /// One line of JSON.
  var line: String { JSONText.line(self) }
}
