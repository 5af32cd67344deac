import Ground

/// Something in a guide that would trip a person, and what would do.
package struct GuideFinding: Sendable, Hashable {
  package var file: String
  /// Counted from 1.
  package var line: Int
  package var text: String
  package var cure: String

  package init(file: String, line: Int, text: String, cure: String) {
    self.file = file
    self.line = line
    self.text = text
    self.cure = cure
  }
}

extension GuideFinding {
  /// The same in the language of the person.
  package func told(in catalogue: Catalogue) -> String {
    "\(file):\(line): \(catalogue.told(text)) \(catalogue.told(cure))"
  }
}

extension GuideFinding: CustomStringConvertible {
  /// `file:line: text cure`, as editors know it.
  package var description: String { "\(file):\(line): \(text) \(cure)" }
}
