import Core
import RoundTrip
import Terminal

/// Trips of many setups as a person reads them.
package struct FleetTable {
  /// By setup, and then by time.
  package let rows: [FleetRow]

  /// Rows in any order.
  package init(_ rows: [FleetRow]) {
    self.rows = rows.sorted { ($0.setup, $0.started) < ($1.setup, $1.started) }
  }

  /// The table, and below it what all trips come to; nothing where there are none.
  package func show(on terminal: TerminalOutput) {
    guard !rows.isEmpty else { return }
    terminal.pause()
    terminal.table(view)
    terminal.pause()
    terminal.say(sum, outcome == nil ? .good : [])
  }

  /// With the time of each trip where a setup made several.
  var view: TableView {
    let hasSeveral = zip(rows, rows.dropFirst()).contains { $0.setup == $1.setup }
    let when: [TableView.Column] = hasSeveral ? [.init("when")] : []
    return TableView(
      columns: [.init("setup")] + when
        + [.init("verdict"), .init("leg"), .init("cause"), .init("total", .right)],
      rows: rows.map { row in
        [.init(Phrase(verbatim: row.setup))]
          + (hasSeveral ? [.init(Phrase(verbatim: row.started))] : [])
          + [
            .init(Phrase(key: row.verdict.rawValue), row.verdict == .pass ? .good : .bad),
            .init(Phrase(verbatim: row.leg)),
            .init(Phrase(verbatim: row.cause)), .init(TripPage.time(row.totalMs)),
          ]
      })
  }

  /// `3 of 4 trips passed; 1 could not be judged.`
  var sum: Phrase {
    let passed = count(.pass)
    let head: Phrase =
      passed == rows.count && passed > 1
      ? "All \(passed) trips passed" : "\(passed) of \(Wording.count(rows.count, "trip")) passed"
    let slow = rows.count(where: \.isOverLimit)
    let rest: [(Int, Phrase)] = [
      (count(.fail), "did not come back"), (slow, "took longer than allowed"),
      (count(.inconclusive), "could not be judged"),
    ]
    let told: [Phrase] = rest.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return ([head] + told).joined(separator: "; ") + Phrase(verbatim: ".")
  }

  /// A finding anywhere is one of all; nil when every trip passed as it should.
  package var outcome: Problem.Outcome? {
    if rows.contains(where: \.isFinding) { return .finding }
    return count(.inconclusive) > 0 ? .couldNotAsk : nil
  }

  private func count(_ verdict: Verdict) -> Int { rows.count { $0.verdict == verdict } }
}
