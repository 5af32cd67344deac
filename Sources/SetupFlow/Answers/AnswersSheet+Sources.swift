import Core
import Foundation
import Guide

extension AnswersSheet {
  /// Reads an answers file.
  package static func read(_ file: String, guide: GuideDocument) throws -> AnswersSheet {
    let text: String
    do { text = try String(contentsOfFile: file, encoding: .utf8) } catch {
      let reason: Phrase =
        FileManager.default.fileExists(atPath: file) ? "it cannot be read" : "not there"
      throw AnswersError.unreadable(file: file, reason: reason)
    }
    return try AnswersSheet(yaml: text, file: file, questions: guide.questions.map(\.name))
  }

  /// Fills what the file leaves out, from flags and the environment's variables.
  /// - Parameter flags: question names to what was given by a flag; they win over the file.
  package mutating func fill(
    flags: [String: String], environment: [String: String], blynkURL: String?,
    questions: [Question]
  ) {
    for (name, text) in flags { answers[name] = Secret(text, name: name) }
    if let blynkURL, answers["blynk.server"] == nil {
      answers["blynk.server"] = Secret(blynkURL, name: "blynk.server")
    }
    let found = Suggestion.from(environment: environment, questions)
    answers.merge(found.mapValues(\.given)) { given, _ in given }
  }
}
