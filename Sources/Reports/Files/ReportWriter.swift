import Core
import Foundation
import RoundTrip
import Storage
import Terminal

/// Writes the reports that were asked for, and says which it could not.
package struct ReportWriter {
  /// In the order of the formats; a path may be `standardOutput`.
  let asked: [(format: ReportFormat, path: String)]
  let home: StateDirectory
  let terminal: TerminalOutput

  /// What was asked for, the home whose files it may not touch, and where it is said.
  package init(
    asked: [(format: ReportFormat, path: String)], home: StateDirectory, terminal: TerminalOutput
  ) {
    self.asked = asked
    self.home = home
    self.terminal = terminal
  }

  /// Its name as a path.
  package static let standardOutput = "-"

  /// How many past trips a report shows at most.
  static let historyLimit = 200

  /// Looks at every place before the switch is turned: a report that cannot be written is told
  /// while nothing has moved yet.
  package func check() throws {
    for (format, path) in asked where path != ReportWriter.standardOutput {
      try UserFile(path).check(outside: home)
      do throws(UserFile.Failure) { try UserFile(path).check() } catch {
        throw ReportWriter.problem(
          format, path, error, causes: "Nothing was sent; the switch stands as it was.")
      }
    }
  }

  /// - Returns: whether all of them are written; those that are not were said.
  package func write(_ series: TripSeries, history book: LogStore, until now: Date) -> Bool {
    guard !asked.isEmpty else { return true }
    let chronicle = chronicle(series, book, now)
    return asked.count { write(chronicle, $0.format, to: $0.path) } == asked.count
  }

  /// Brings the files up to date while trips go on. What cannot be written now is said at the end,
  /// when it is tried again.
  package func renew(_ series: TripSeries, history book: LogStore, until now: Date) {
    let files = asked.filter { $0.path != ReportWriter.standardOutput }
    guard !files.isEmpty else { return }
    let chronicle = chronicle(series, book, now)
    for (format, path) in files { try? UserFile(path).write(format.text(of: chronicle)) }
  }

  private func chronicle(_ series: TripSeries, _ book: LogStore, _ now: Date) -> ReportInput {
    let past = try? book.trips(
      of: series.setup, limit: ReportWriter.historyLimit, until: now)
    var chronicle = ReportInput(series, history: (past ?? []).reversed().map(PastTrip.init))
    chronicle.catalog = terminal.traits.catalog
    return chronicle
  }

  private func write(
    _ chronicle: ReportInput, _ format: ReportFormat, to path: String
  ) -> Bool {
    let text = format.text(of: chronicle)
    guard path != ReportWriter.standardOutput else {
      terminal.data(text)
      return true
    }
    do {
      try UserFile(path).write(text)
      return true
    } catch {
      terminal.show(
        ReportWriter.problem(
          format, path, error,
          causes: "The trip itself is over and kept: `footbridge history --json` has it."),
        place: "footbridge test", on: .error)
      return false
    }
  }

  private static func problem(
    _ format: ReportFormat, _ path: String, _ failure: UserFile.Failure, causes: Phrase
  ) -> Problem {
    Problem(
      code: "report-not-writable", title: "I cannot write the report",
      attempt: "I wanted to put the \(format.name) report there:",
      evidence: [
        Phrase(verbatim: Scrubber([]).scrub(path)),
        Phrase(verbatim: String(cString: strerror(failure.number))),
      ],
      causes: causes, next: "Take a folder that is there and yours, and where there is space.",
      outcome: .couldNotAsk)
  }
}

extension PastTrip {
  init(_ trip: TripRecord) {
    self.init(
      started: trip.started.formatted(.iso8601), verdict: trip.verdict.flatMap(Verdict.init),
      totalMs: trip.totalMilliseconds, report: trip.report.flatMap { TripReport(json: $0) })
  }
}
