import Core
import Guide
import Yams

/// An answers file: a flat YAML map of the guide's question names to values, so that a setup can
/// run with nobody there.
package struct AnswersSheet: Sendable {
  /// Question names to what the file says, verbatim; secrets, as tokens are among them.
  package var answers: [String: Secret]
  /// Answers every "done by hand?".
  package var confirm: Bool
  /// Lets Footbridge do all that it can.
  package var mayAct: Bool
  /// The practice clouds' admin port, which does a person's console work.
  package var practiceAdmin: String?

  /// No answer, and no leave to do anything.
  package static let empty = AnswersSheet(
    answers: [:], confirm: false, mayAct: false, practiceAdmin: nil)

  /// Keys that are not questions of the guide.
  static let ownKeys = ["confirm", "do", "practice.admin"]

  /// - Parameter questions: the names that the guide asks.
  /// - Throws: `AnswersError` with the line and the nearest name.
  init(yaml: String, file: String, questions: [String]) throws {
    self = .empty
    guard let root = try AnswersSheet.compose(yaml, file: file) else { return }
    guard let map = root.mapping else { throw AnswersError.notAMap(file: file) }
    for (keyNode, node) in map {
      let key = keyNode.string ?? ""
      let line = keyNode.mark?.line ?? 0
      guard let scalar = node.scalar else {
        throw AnswersError.notFlat(file: file, line: line, key: key)
      }
      let isNull = scalar.style == .plain && AnswersSheet.nulls.contains(scalar.string)
      try take(key, isNull ? nil : scalar.string, questions: questions, at: (file, line))
    }
  }

  private init(answers: [String: Secret], confirm: Bool, mayAct: Bool, practiceAdmin: String?) {
    self.answers = answers
    self.confirm = confirm
    self.mayAct = mayAct
    self.practiceAdmin = practiceAdmin
  }

  /// How YAML writes that nothing is given (the core schema of YAML 1.2).
  private static let nulls: Set = ["", "~", "null", "Null", "NULL"]

  /// - Parameter value: nil where the key stands there with nothing behind it.
  private mutating func take(
    _ key: String, _ value: String?, questions: [String], at place: (file: String, line: Int)
  ) throws {
    guard (questions + AnswersSheet.ownKeys).contains(key) else {
      throw AnswersError.unknownKey(
        file: place.file, line: place.line, key: key,
        nearest: Wording.nearest(key, among: questions + AnswersSheet.ownKeys))
    }
    guard let value else { return }
    switch key {
    case "confirm": confirm = try AnswersSheet.yesNo(key, value, place)
    case "do": mayAct = try AnswersSheet.yesNo(key, value, place)
    case "practice.admin": practiceAdmin = value
    default: answers[key] = Secret(value, name: key)
    }
  }

  private static func yesNo(
    _ key: String, _ value: String, _ place: (file: String, line: Int)
  ) throws -> Bool {
    switch value.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default: throw AnswersError.notYesNo(file: place.file, line: place.line, key: key)
    }
  }

  private static func compose(_ yaml: String, file: String) throws -> Node? {
    do { return try Yams.compose(yaml: yaml) } catch let error as YamlError {
      throw AnswersError.syntax(file: file, reason: AnswersSheet.words(error))
    }
  }

  /// Where, and what is the matter. The parser's own words would quote the line, and a token may
  /// stand on it.
  private static func words(_ error: YamlError) -> Phrase {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      "line \(mark.line), column \(mark.column): \(problem)"
    case .duplicatedKeysInMapping(let keys, _):
      "\(Wording.list(keys.sorted().map { "`\($0)`" }, "and")) stands there more than once"
    default: "it is no text in UTF-8"
    }
  }
}
