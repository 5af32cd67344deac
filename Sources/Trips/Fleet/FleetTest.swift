import Capabilities
import Core
import Foundation
import Reports
import RoundTrip
import Storage
import Terminal

/// `test --all`: a trip of each setup, several at once.
package struct FleetTest: Sendable {
  let home: FleetHome
  let book: LogStore
  let kind: TripKind
  let limits: TripLimits
  let atOnce: Int
  let isJSON: Bool
  /// Takes hold of a setup.
  let open: @Sendable (String) throws -> (held: AnyObject, clouds: Clouds)

  /// A trip of each of the home's setups, so many at once.
  package init(
    home: FleetHome, book: LogStore, kind: TripKind, limits: TripLimits, atOnce: Int, isJSON: Bool,
    open: @escaping @Sendable (String) throws -> (held: AnyObject, clouds: Clouds)
  ) {
    self.home = home
    self.book = book
    self.kind = kind
    self.limits = limits
    self.atOnce = atOnce
    self.isJSON = isJSON
    self.open = open
  }

  private var terminal: TerminalOutput { home.terminal }

  /// A signal ends those under way, and the others are left.
  /// - Returns: what all of them come to; nil when every trip passed as it should.
  package func run() async throws -> Problem.Outcome? {
    let terminal = terminal
    let (rows, isCalledOff) = try await Signals.interruptible {
      let rows = await trips { tell($0, place: $1) }
      home.close()
      FleetTable(rows).show(on: terminal)
      return (rows, Task.isCancelled)
    }
    if isCalledOff { throw CalledOff.trips }
    return FleetTable(rows).outcome
  }

  /// Of a report only its line is kept, so that many take no more memory than few.
  private func trips(_ tell: (TripReport, Int) -> Void) async -> [FleetRow] {
    var rows: [FleetRow] = []
    await WorkerPool.work(on: home.names, atOnce: atOnce) {
      await trip(of: $0)
    } hear: { report in
      rows.append(FleetRow(report))
      tell(report, rows.count)
    }
    return rows
  }

  /// Nil when it was called off before it began.
  private func trip(of name: String) async -> TripReport? {
    await home.visit(name, for: .trip) {
      try open(name)
    } _: { _, clouds in
      var runner = TripRunner(clouds: clouds, book: book, terminal: terminal)
      runner.devices = home.devices
      runner.isQuiet = true
      runner.kind = kind
      runner.place = "\(name): "
      return try await runner.make(change: { [limits] in limits.marked($0) })
    } obstacle: {
      .unasked(
        setup: name, at: home.requestContext.now(), code: $0.code, words: $0.words, fix: $0.fix)
    }
  }

  private func tell(_ report: TripReport, place: Int) {
    if isJSON { terminal.data(report.json + "\n") }
    let head: Phrase = "[\(place) of \(home.names.count)] \(report.setup)"
    terminal.say(
      "\(head) \(FleetTest.ending(report))", report.verdict == .pass ? .good : .bad)
  }

  private static func ending(_ report: TripReport) -> Phrase {
    let isUnasked = report.verdict == .inconclusive && report.cause == nil && !report.interrupted
    guard isUnasked, let warning = report.warnings.first else { return SeriesPage.ending(report) }
    let words = warning.argument(2) ?? Phrase(verbatim: warning.english)
    return "was not tried: \(words)"
  }
}
