import BlynkAPI
import Core
import RoundTrip

/// Datastreams that are not as the guide wants them.
struct DatastreamProblem: Explained {
  let report: DatastreamReport

  init(_ report: DatastreamReport) { self.report = report }

  var problem: Problem {
    if isUnsettled { return unsettled }
    return report.findings.values.contains(.unstored) ? unstored : wrong
  }

  /// Nothing is wrong, as far as could be seen, and not all could be seen.
  private var isUnsettled: Bool {
    report.findings.values.allSatisfy { finding in
      switch finding {
      case .right, .moved: true
      case .missing, .cuts, .unstored, .wrongType, .unknown: false
      }
    }
  }

  private var evidence: [Phrase] {
    report.findings.sorted { $0.key < $1.key }.map { "\($0)  \(words($1))" }
  }

  private var unsettled: Problem {
    Problem(
      code: "blynk-datastream-moved",
      title: "A datastream moved while I looked at it",
      attempt: "I wrote to each datastream what it should take, and read it back:",
      evidence: evidence,
      causes: "Does the device report many times a second, or does somebody else test it just now?",
      next: "Check again in a minute.", outcome: .couldNotAsk)
  }

  /// Blynk takes the values and keeps none of them.
  private var unstored: Problem {
    let cause = Cause.echoMissing
    return Problem(
      code: cause.code, title: cause.title,
      attempt: "I wrote to each datastream what it should take, and read it back:",
      evidence: evidence, next: cause.fix, outcome: .finding)
  }

  private var wrong: Problem {
    Problem(
      code: code,
      title: "A datastream is not as it should be",
      attempt: "I wrote to each datastream what it should take, and what it should refuse:",
      evidence: evidence,
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

  private func cut(_ sent: String, to shown: String?) -> Phrase {
    let shown: Phrase = shown.map { Phrase(verbatim: $0) } ?? "nothing"
    return "cuts \(sent) to \(shown); the sketch sends \(sent)"
  }

  private func words(_ finding: DatastreamFinding) -> Phrase {
    switch finding {
    case .right: "right"
    case .missing: "missing"
    case .cuts(let sent, let shown): cut(short(sent), to: shown.map(short))
    case .unstored: "keeps what it had, whatever is written"
    case .wrongType(let kinds): "is \(Wording.list(kinds.map(\.rawValue)))"
    case .moved(let sent): "not known: it did not stay at \(short(sent)), nor at any other number"
    case .unknown(let answer): "unknown: \(answer)"
    }
  }
}
