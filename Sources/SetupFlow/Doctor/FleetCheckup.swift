import Core
import Reports
import Terminal
import Trips

/// `doctor --all`: every check of each setup, several setups at once.
package struct FleetCheckup: Sendable {
  /// What was found of a setup; what stands there is all that is kept of it.
  struct Row: Sendable, Equatable {
    let setup: String
    /// How many checks there were, and how many of them hold.
    var checks = 0
    var held = 0
    /// Of the first check that does not hold.
    var step = ""
    var code = ""
    /// Nil when all of it holds.
    var outcome: Problem.Outcome?
  }

  private struct Result: Sendable {
    let row: Row
    let line: String

    init(_ name: String, _ findings: [Checkup.Finding]) {
      row = Row(name, findings)
      line = DoctorObject(name, findings).line
    }

    init(_ name: String, _ obstacle: FleetObstacle) {
      row = Row(setup: name, code: obstacle.code, outcome: .couldNotAsk)
      line = DoctorObject(name, obstacle: obstacle).line
    }
  }

  let home: FleetHome
  let store: SetupStore
  let atOnce: Int
  let isJSON: Bool

  /// Of the home's setups, so many at once.
  package init(home: FleetHome, store: SetupStore, atOnce: Int, isJSON: Bool) {
    self.home = home
    self.store = store
    self.atOnce = atOnce
    self.isJSON = isJSON
  }

  /// A signal leaves those that did not begin.
  /// - Returns: what all of them come to; nil when all of it holds.
  package func run() async throws -> Problem.Outcome? {
    let terminal = home.terminal
    let (rows, isCalledOff) = try await Signals.interruptible {
      var rows: [Row] = []
      await WorkerPool.work(on: home.names, atOnce: atOnce) {
        await examine($0)
      } hear: { result in
        rows.append(result.row)
        if isJSON { terminal.data(result.line + "\n") }
      }
      home.close()
      FleetCheckup.show(rows, on: terminal)
      return (rows, Task.isCancelled)
    }
    if isCalledOff { throw CalledOff.examination }
    return FleetCheckup.outcome(of: rows)
  }

  /// Nil when it was called off.
  private func examine(_ name: String) async -> Result? {
    let capabilities = SetupCapabilities(
      requestContext: home.requestContext, terminal: home.terminal)
    return await home.visit(name, for: .examination) {
      let setup = try store.openOfMany(name)
      return (setup, capabilities.clouds(of: setup))
    } _: { setup, _ in
      var examination = Checkup(setup: setup, capabilities: capabilities)
      examination.isQuiet = true
      let findings = try await examination.look()
      return findings.isEmpty ? Result(name, .unfinished) : Result(name, findings)
    } obstacle: {
      Result(name, $0)
    }
  }

  private static func show(_ rows: [Row], on terminal: TerminalOutput) {
    guard !rows.isEmpty else { return }
    terminal.table(table(rows))
    terminal.pause()
    terminal.say(sum(rows), outcome(of: rows) == nil ? .good : [])
  }

  static func table(_ rows: [Row]) -> TableView {
    TableView(
      columns: [
        .init("setup"), .init("stands"), .init("checks", .right), .init("first at"), .init("cause"),
      ],
      rows: rows.sorted { $0.setup < $1.setup }.map { row in
        [
          .init(Phrase(verbatim: row.setup)), .init(row.word, row.outcome == nil ? .good : .bad),
          .init("\(row.held)/\(row.checks)"), .init(Phrase(verbatim: row.step)),
          .init(Phrase(verbatim: row.code)),
        ]
      })
  }

  /// `2 of 3 setups hold; 1 could not be asked.`
  static func sum(_ rows: [Row]) -> Phrase {
    let held = rows.count { $0.outcome == nil }
    let found = rows.count { $0.outcome == .finding }
    let head: Phrase =
      held == rows.count && held > 1
      ? "All \(held) setups hold"
      : held == 1
        ? "\(held) of \(Wording.count(rows.count, "setup")) holds"
        : "\(held) of \(Wording.count(rows.count, "setup")) hold"
    let unasked = rows.count - held - found
    let rest: [Phrase] = [
      found > 0 ? found == 1 ? "1 no longer holds" : "\(found) no longer hold" : nil,
      unasked > 0 ? "\(unasked) could not be asked" : nil,
    ].compactMap(\.self)
    return ([head] + rest).joined(separator: "; ") + Phrase(verbatim: ".")
  }

  /// A finding anywhere is one of all; nil when all of it holds.
  static func outcome(of rows: [Row]) -> Problem.Outcome? {
    let outcomes = rows.compactMap(\.outcome)
    if outcomes.contains(.finding) { return .finding }
    return outcomes.isEmpty ? nil : .couldNotAsk
  }
}

extension FleetCheckup.Row {
  init(_ setup: String, _ findings: [Checkup.Finding]) {
    self.init(setup: setup, checks: findings.count, held: findings.count(where: \.holds))
    let first =
      findings.first { $0.problem?.outcome == .finding } ?? findings.first { !$0.holds }
    guard let first, let problem = first.problem else { return }
    step = first.step.name.rawValue
    code = problem.code
    outcome = problem.outcome == .finding ? .finding : .couldNotAsk
  }

  var word: Phrase {
    switch outcome {
    case nil: "holds"
    case .finding: "drifted"
    default: "not asked"
    }
  }
}
