import Core

/// Something in a guide that would trip a person, and what would do.
package struct GuideFinding: Sendable, Hashable {
  /// The file that would have to change; the folder where no file is to blame.
  package var file: String
  /// Counted from 1.
  package var line: Int
  /// What is the matter, in an English sentence.
  package var text: String
  /// What would do, in an English sentence.
  package var cure: String

  /// A finding at a line, counted from 1.
  package init(file: String, line: Int, text: String, cure: String) {
    self.file = file
    self.line = line
    self.text = text
    self.cure = cure
  }
}

extension GuideFinding {
  /// The same in the language of the person.
  package func told(in catalog: PhraseCatalog) -> String {
    "\(file):\(line): \(catalog.told(text)) \(catalog.told(cure))"
  }
}

extension GuideFinding: CustomStringConvertible {
  /// `file:line: text cure`, as editors know it.
  package var description: String { "\(file):\(line): \(text) \(cure)" }
}
