import Core
import Foundation
import Reports
import Walkthrough

/// A setup's standing for programs.
package struct StatusObject: Encodable {
  struct Entry: Encodable {
    let step: String
    let standing: String
    let evidence: String
  }

  let setup: String
  let complete: Bool
  let settled: Int
  let steps: [Entry]
  let present: String?
  let vanished: [String]
  /// Questions whose secret is not in its file any more; left out when there is none.
  let missing: [String]?

  /// Of a setup that is open.
  package init(_ open: OpenSetup) {
    let standings = StepStatusList(open)
    setup = open.name
    complete = standings.isComplete
    settled = standings.settledCount
    present = open.state.step?.rawValue
    vanished = open.walk.vanished(in: open.state).map(\.rawValue)
    missing = open.missingSecrets.isEmpty ? nil : open.missingSecrets.reversed()
    steps = standings.route.map { step in
      let words = standings.standing(of: step)
      return Entry(step: step.name.rawValue, standing: words.word, evidence: words.evidence.english)
    }
  }

  /// One line of JSON.
  package var line: String { JSONText.line(self) }
}
