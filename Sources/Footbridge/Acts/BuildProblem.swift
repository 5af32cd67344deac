import Ground
import Particle

/// A sketch that did not compile: each error with its line, as the compiler names it, and the line
/// itself.
struct BuildProblem: Explained {
  /// What the compiler said, in lines.
  private let said: [String]
  private let source: [String]
  private let fileName: String

  /// More errors than these follow from the first.
  private static let errorLimit = 5
  /// How much is shown of a text that names no line.
  private static let lineLimit = 12

  init(errors: [String], file: SourceFile, _ clouds: Clouds) {
    said = errors.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
    fileName = file.name
    let text = clouds.scrubber.scrub(file.content.shown())
    source = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
  }

  var problem: Problem {
    Problem(
      code: "build-failed", title: "Particle could not compile the sketch",
      attempt: "I had Particle compile \(fileName):", evidence: evidence,
      next: "Mend that line, or take the sketch as `footbridge firmware` writes it.",
      outcome: .finding)
  }

  private var evidence: [String] {
    let errors = said.compactMap(BuildProblem.error).prefix(BuildProblem.errorLimit)
    guard !errors.isEmpty else { return Array(said.prefix(BuildProblem.lineLimit)) }
    return errors.flatMap { error in
      // A compiler may name the folder that it has put the sketch into.
      let isOurs = error.file == fileName || error.file.hasSuffix("/\(fileName)")
      let file = isOurs ? fileName : error.file
      return ["\(file):\(error.line): \(error.text)"] + (isOurs ? quoted(error.line) : [])
    }
  }

  /// The line itself, where it is one of the sketch's.
  private func quoted(_ line: Int) -> [String] {
    guard source.indices.contains(line - 1) else { return [] }
    let text = source[line - 1].drop(while: \.isWhitespace)
    return text.isEmpty ? [] : ["    \(text)"]
  }

  /// `footbridge.ino:85:3: error: 'x' was not declared in this scope`.
  private static func error(_ said: String) -> (file: String, line: Int, text: String)? {
    guard let match = said.firstMatch(of: /^(.+?):(\d+):(?:\d+:)? (?:fatal )?error: (.+)$/),
      let line = Int(match.2)
    else { return nil }
    return (String(match.1), line, String(match.3))
  }
}
