import Core
import ParticleAPI

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
    var problem = Problem(
      code: "build-failed", title: "Particle could not compile the sketch",
      attempt: "I had Particle compile \(fileName):", evidence: evidence,
      next: "Mend that line, or take the sketch as `footbridge firmware` writes it.",
      outcome: .finding)
    if errors.first.map(BuildProblem.isLack) == true {
      problem.title = "The practice device lacks what this sketch uses"
      problem.causes = "A real device may have it: the sketch need not be wrong."
      problem.next = "Try it without, or flash it to a real device."
    }
    return problem
  }

  private typealias BuildError = (file: String, line: Int, text: String)

  /// Only a practice cloud's compiler says so.
  private static var lack: Regex<Substring> { /the practice device does not have\s/ }

  private static func isLack(_ error: BuildError) -> Bool { error.text.contains(lack) }

  /// In the order of the compiler, each once. What it says besides of a line that uses a lacking
  /// part follows from that; and where parts are lacking, they are what is told.
  private var errors: [BuildError] {
    var found: [BuildError] = []
    for error in said.compactMap(BuildProblem.error)
    where !found.contains(where: { $0 == error }) { found.append(error) }
    let lacks = found.filter(BuildProblem.isLack)
    let rest = found.filter { error in
      !BuildProblem.isLack(error)
        && !lacks.contains { $0.file == error.file && $0.line == error.line }
    }
    return lacks + rest
  }

  private var evidence: [Phrase] {
    let errors = errors.prefix(BuildProblem.errorLimit)
    guard !errors.isEmpty else {
      return Phrase.verbatim(Array(said.prefix(BuildProblem.lineLimit)))
    }
    let lines = errors.flatMap { error in
      // A compiler may name the folder that it has put the sketch into.
      let isOurs = error.file == fileName || error.file.hasSuffix("/\(fileName)")
      let file = isOurs ? fileName : error.file
      return ["\(file):\(error.line): \(error.text)"] + (isOurs ? quoted(error.line) : [])
    }
    return Phrase.verbatim(lines)
  }

  /// The line itself, where it is one of the sketch's.
  private func quoted(_ line: Int) -> [String] {
    guard source.indices.contains(line - 1) else { return [] }
    let text = source[line - 1].drop(while: \.isWhitespace)
    return text.isEmpty ? [] : ["    \(text)"]
  }

  /// `footbridge.ino:85:3: error: 'x' was not declared in this scope`.
  private static func error(_ said: String) -> BuildError? {
    let form = /^(.+?):(\d+):(?:\d+:)? (?:(?:fatal )?error|note): (.+)$/
    guard let match = said.firstMatch(of: form), let line = Int(match.2) else { return nil }
    let text = String(match.3)
    if let range = text.firstRange(of: lack) {
      return (String(match.1), line, String(text[range.lowerBound...]))
    }
    return said.contains("error: ") ? (String(match.1), line, text) : nil
  }
}
