import Core
import Guide
import Localization

/// A commented answers file, as `setup --print-answers` writes it: every question of the guide,
/// with what would do, and nothing filled in.
package struct AnswersTemplate {
  let guide: GuideDocument
  var catalog = PhraseCatalog.english

  /// The questions of that guide, with its comments in the catalog's language.
  package init(guide: GuideDocument, catalog: PhraseCatalog = PhraseCatalog.english) {
    self.guide = guide
    self.catalog = catalog
  }

  /// The file, in YAML.
  package var text: String {
    ([told(AnswersTemplate.head)] + guide.questions.map(lines) + [told(AnswersTemplate.tail)])
      .joined(separator: "\n")
  }

  private func lines(_ question: Question) -> String {
    let variable = question.variable.map { told(", or the variable \($0)") } ?? ""
    let optional = question.isOptional ? told("; may be left out") : ""
    return """
      # \(question.prompt.trimmedColon)
      # \(question.shape.words)\(variable)\(optional)
      \(value(question))

      """
  }

  private func told(_ phrase: Phrase) -> String { catalog.told(phrase) }

  /// A default that can stand as it is, stands there; anything else is commented out.
  private func value(_ question: Question) -> String {
    guard let suggestion = question.suggestion(values: [:]) else { return "# \(question.name): " }
    return "\(question.name): \(suggestion)"
  }

  private static let head: Phrase = """
    # Answers for `footbridge setup NAME --answers FILE`: one `question: value` a line.
    # Take the `# ` away where you answer. It may hold secrets: keep it to yourself (mode 0600).

    """

  private static let tail: Phrase = """
    # "Done by hand?" is answered with yes.
    confirm: true

    # Footbridge does all that it can.
    do: true

    # On practice clouds: the admin port, which does a person's console work.
    # practice.admin: http://127.0.0.1:PORT

    """
}
