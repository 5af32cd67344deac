import ArgumentParser
import Reports

/// Where the reports of a run go.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write JUnit XML there, for a CI.", valueName: "file"), completion: .file())
  var junit: String?

  @Option(
    help: ArgumentHelp("Write TAP there (Test Anything Protocol 13).", valueName: "file"),
    completion: .file())
  var tap: String?

  @Option(
    help: ArgumentHelp(
      "Write a page there, with past trips; it needs no network.", valueName: "file"),
    completion: .file())
  var html: String?

  @Option(
    help: ArgumentHelp("Write Markdown there, for a comment on an issue.", valueName: "file"),
    completion: .file())
  var markdown: String?

  @Flag(help: "Print the JSON Schema of --json, and end.")
  var jsonSchema = false

  /// What was asked for, in the order of the formats.
  var asked: [(format: ReportFormat, path: String)] {
    ReportFormat.allCases.compactMap { format in path(of: format).map { (format, $0) } }
  }

  /// Standard output is a report's, and words have to go elsewhere.
  var takesOutput: Bool { asked.contains { $0.path == ReportWriter.standardOutput } }

  private func path(of format: ReportFormat) -> String? {
    switch format {
    case .junit: junit
    case .tap: tap
    case .html: html
    case .markdown: markdown
    }
  }

  mutating func validate() throws {
    for (format, path) in asked where path.isEmpty {
      throw ValidationError.saying("--\(format.rawValue) takes a file, or - for standard output.")
    }
    guard asked.count(where: { $0.path == ReportWriter.standardOutput }) < 2 else {
      throw ValidationError.saying("Standard output takes one report; write the others into files.")
    }
    let files = asked.map(\.path)
    guard Set(files).count == files.count else {
      throw ValidationError.saying("Two reports cannot share a file.")
    }
  }
}
