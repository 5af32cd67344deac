import Blynk
import Ground

/// Datastreams that are not as the guide wants them.
struct DatastreamProblem: Explained {
  let report: DatastreamReport

  init(_ report: DatastreamReport) { self.report = report }

  var problem: Problem {
    let missing = report.findings.values.contains(.missing)
    return Problem(
      code: missing ? "blynk-datastream-missing" : "blynk-datastream-type",
      title: "A datastream is not as it should be",
      attempt: "I wrote to each datastream what it should take, and what it should refuse:",
      evidence: report.findings.sorted { $0.key < $1.key }.map { "\($0)  \(words($1))" },
      causes: "Was the template saved after the last change?",
      next: "Put the datastreams right in the template, press Save, then check again.",
      outcome: .finding)
  }

  private func words(_ finding: DatastreamFinding) -> String {
    switch finding {
    case .right: "right"
    case .missing: "missing"
    case .wrongType(let kinds): "is \(Wording.list(kinds.map(\.rawValue)))"
    case .unknown(let answer): "unknown: \(answer)"
    }
  }
}
