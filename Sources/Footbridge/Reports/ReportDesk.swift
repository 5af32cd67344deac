import Console
import Foundation
import Ground
import Logbook
import RoundTrip

/// Writes the reports that were asked for, and says which it could not.
struct ReportDesk {
  let options: ReportOptions
  let home: Home
  let terminal: Terminal

  /// How many past trips a report shows at most.
  static let historyLimit = 200

  /// Looks at every place before the switch is turned: a report that cannot be written is told
  /// while nothing has moved yet.
  func check() throws {
    for (format, path) in options.asked where path != ReportOptions.output {
      try GivenFile(path).check(outside: home)
      do throws(GivenFile.Failure) { try GivenFile(path).check() } catch {
        throw ReportDesk.problem(
          format, path, error, causes: "Nothing was sent; the switch stands as it was.")
      }
    }
  }

  /// - Returns: whether all of them are written; those that are not were said.
  func write(_ series: TripSeries, history clouds: Clouds) -> Bool {
    guard !options.asked.isEmpty else { return true }
    let chronicle = chronicle(series, clouds)
    return options.asked.count { write(chronicle, $0.format, to: $0.path) } == options.asked.count
  }

  /// Brings the files up to date while trips go on. What cannot be written now is said at the end,
  /// when it is tried again.
  func renew(_ series: TripSeries, history clouds: Clouds) {
    let files = options.asked.filter { $0.path != ReportOptions.output }
    guard !files.isEmpty else { return }
    let chronicle = chronicle(series, clouds)
    for (format, path) in files { try? GivenFile(path).write(format.text(of: chronicle)) }
  }

  private func chronicle(_ series: TripSeries, _ clouds: Clouds) -> TripChronicle {
    let past = try? clouds.book.trips(
      of: series.setup, limit: ReportDesk.historyLimit, until: clouds.surroundings.now())
    var chronicle = TripChronicle(series, history: (past ?? []).reversed().map(PastTrip.init))
    chronicle.catalogue = terminal.traits.catalogue
    return chronicle
  }

  private func write(
    _ chronicle: TripChronicle, _ format: ReportFormat, to path: String
  ) -> Bool {
    let text = format.text(of: chronicle)
    guard path != ReportOptions.output else {
      terminal.data(text)
      return true
    }
    do {
      try GivenFile(path).write(text)
      return true
    } catch {
      terminal.show(
        ReportDesk.problem(
          format, path, error,
          causes: "The trip itself is over and kept: `footbridge history --json` has it."),
        place: "footbridge test", on: .error)
      return false
    }
  }

  private static func problem(
    _ format: ReportFormat, _ path: String, _ failure: GivenFile.Failure, causes: String
  ) -> Problem {
    Problem(
      code: "report-not-writable", title: "I cannot write the report",
      attempt: "I wanted to put the \(format.name) report there:",
      evidence: [Scrubber([]).scrub(path), String(cString: strerror(failure.number))],
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
