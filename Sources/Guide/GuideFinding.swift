import Core

/// Something in a guide that would trip a person, and what would do.
package struct GuideFinding: Sendable, Hashable {
  /// The file that would have to change; the folder where no file is to blame.
  package var file: String
  /// Counted from 1.
  package var line: Int
  /// What is the matter, in a sentence.
  package var text: Phrase
  /// What would do, in a sentence.
  package var cure: Phrase

  /// A finding at a line, counted from 1.
  package init(file: String, line: Int, text: Phrase, cure: Phrase) {
    self.file = file
    self.line = line
    self.text = text
    self.cure = cure
  }
}

extension GuideFinding {
  /// The same as one phrase.
  package var phrase: Phrase { "\(file):\(line): \(text) \(cure)" }
}

extension GuideFinding: CustomStringConvertible {
  /// `file:line: text cure`, as editors know it.
  package var description: String { phrase.english }
}
