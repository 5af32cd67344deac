import Foundation
import Ground
import Guidebook

extension AnswersSheet {
  /// Reads an answers file.
  static func read(_ file: String, guide: Guide) throws -> AnswersSheet {
    let text: String
    do { text = try String(contentsOfFile: file, encoding: .utf8) } catch {
      let reason = FileManager.default.fileExists(atPath: file) ? "it cannot be read" : "not there"
      throw AnswersError.unreadable(file: file, reason: reason)
    }
    return try AnswersSheet(yaml: text, file: file, questions: guide.questions.map(\.name))
  }

  /// Fills what the file leaves out, from flags and the environment's tokens.
  mutating func fill(path: String?, environment: [String: String], blynkURL: String?) {
    if let path { answers["path"] = path }
    if let blynkURL, answers["blynk.server"] == nil { answers["blynk.server"] = blynkURL }
    for (question, variable) in Unattended.variables where answers[question] == nil {
      answers[question] = environment[variable].flatMap { $0.isEmpty ? nil : $0 }
    }
  }
}
