import Blynk
import Ground

/// Datastreams that are not as the guide wants them.
struct DatastreamProblem: Explained {
  let report: DatastreamReport

  init(_ report: DatastreamReport) { self.report = report }

  var problem: Problem {
    Problem(
      code: code,
      title: "A datastream is not as it should be",
      attempt: "I wrote to each datastream what it should take, and what it should refuse:",
      evidence: report.findings.sorted { $0.key < $1.key }.map { "\($0)  \(words($1))" },
      causes: "Was the template saved after the last change?",
      next: "Put the datastreams right in the template, press Save, then check again.",
      outcome: .finding)
  }

  private var code: String {
    let findings = report.findings.values
    if findings.contains(.missing) { return "blynk-datastream-missing" }
    let isCut = findings.contains { if case .cuts = $0 { true } else { false } }
    return isCut && !findings.contains { if case .wrongType = $0 { true } else { false } }
      ? "blynk-value-clamped" : "blynk-datastream-type"
  }

  private func short(_ number: Double) -> String {
    Int64(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  private func words(_ finding: DatastreamFinding) -> String {
    switch finding {
    case .right: "right"
    case .missing: "missing"
    case .cuts(let sent, let shown):
      "cuts \(short(sent)) to \(shown.map(short) ?? "nothing"); the sketch sends \(short(sent))"
    case .wrongType(let kinds): "is \(Wording.list(kinds.map(\.rawValue)))"
    case .unknown(let answer): "unknown: \(answer)"
    }
  }
}
