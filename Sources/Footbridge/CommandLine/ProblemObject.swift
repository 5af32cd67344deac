import Core
import Reports

/// What a run with `--json` prints of the error that ends it: the page's facts, in English.
struct ProblemObject: Encodable {
  /// A stable name for programs, such as `unknown-setup`.
  let error: String
  let title: String
  let evidence: [String]
  let causes: String
  let fix: String
  /// What the run ends with.
  let exit: Int32

  init(_ problem: Problem) {
    error = problem.code
    title = problem.title.english
    evidence = problem.evidence.map(\.english)
    causes = problem.causes.english
    fix = problem.next.english
    exit = problem.outcome.rawValue
  }

  /// One line of JSON.
  var line: String { JSONText.line(self) }
}
