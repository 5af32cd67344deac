import Core
import Foundation
import RoundTrip
import Storage

/// Reports that several runs printed, as those of one: by setup and by time, each once.
package struct TripResults {
  private(set) var reports: [TripReport] = []
  private var known: Set<[String]> = []

  /// None yet.
  package init() {}

  /// A larger file is refused: it would be more than 100,000 trips.
  static let fileLimitBytes = 256 << 20

  /// Standard input, as a file's name.
  static let input = "-"

  /// Adds what a run printed. Throws a page with the file and the line that is no report.
  package mutating func add(_ text: String, from file: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      guard let report = TripReport(json: String(line)), TripResults.isWhole(report) else {
        throw TripResults.damaged(file, line: index + 1, String(line))
      }
      guard known.insert([report.setup, report.started]).inserted else { continue }
      reports.append(report)
    }
  }

  /// Adds a file, or standard input.
  package mutating func add(file: String) throws {
    let handle =
      file == TripResults.input ? FileHandle.standardInput : FileHandle(forReadingAtPath: file)
    guard let handle, let data = try? handle.read(upToCount: TripResults.fileLimitBytes + 1) else {
      let reason: Phrase =
        FileManager.default.fileExists(atPath: file) ? "it cannot be read" : "it is not there"
      throw TripResults.unreadable(file, reason, .usage)
    }
    guard data.count <= TripResults.fileLimitBytes else {
      throw TripResults.unreadable(
        file, "it is larger than \(TripResults.fileLimitBytes >> 20) MB", .badData)
    }
    try add(String(decoding: data, as: UTF8.self), from: file)
  }

  /// By setup, and then by time.
  package var sorted: [TripReport] {
    reports.sorted { ($0.setup, $0.started) < ($1.setup, $1.started) }
  }

  /// What only looks like a report would end in the table as one.
  private static func isWhole(_ report: TripReport) -> Bool {
    (try? SetupName(report.setup)) != nil && report.legs.map(\.name) == Leg.allCases
      && report.hasTime
  }

  /// So much of a damaged line is shown.
  private static let shownLetters = 60

  private static func damaged(_ file: String, line: Int, _ text: String) -> Problem {
    let isLong = text.count > shownLetters
    let shown = text.prefix(shownLetters) + (isLong ? "…" : "")
    return Problem(
      code: "results-damaged", title: "This line is no report of a trip",
      attempt: "I read the results that were to be put together:",
      evidence: Phrase.verbatim(["\(file):\(line)", String(shown)].map(Scrubber([]).scrub)),
      causes: "It was cut off, or something else was written into the file.",
      next: "Keep only what `footbridge test --json` wrote on standard output.",
      outcome: .badData)
  }

  private static func unreadable(
    _ file: String, _ reason: Phrase, _ outcome: Problem.Outcome
  ) -> Problem {
    Problem(
      code: "results-unreadable", title: "I cannot read these results",
      attempt: "I wanted to put them together with the others:",
      evidence: [Phrase(verbatim: Scrubber([]).scrub(file)), reason],
      next: "Name files that `footbridge test --json` made, or `-` for standard input.",
      outcome: outcome)
  }
}
