import Core

/// What may be written wrongly in a guide's file.
package enum GuideFault: Sendable, Equatable {
  /// The file does not begin with a `---` line.
  case noFrontMatter
  /// The front matter or a fenced block has no end.
  case notClosed(Phrase)
  case keyMissing(String)
  case keyUnknown(String, nearest: String?)
  /// A value that should be a line of text, or a list of them.
  case notText(key: String)
  /// The YAML does not parse; `reason` is the parser's.
  case yaml(reason: Phrase)
  case notYesNo(key: String, word: String)
  case pathUnknown(String)
  case shapeUnknown(String)
  /// Not a short name of small letters, digits and hyphens.
  case notAnID(String)
  /// A `step` block that does not stand right under its heading.
  case strayStepBlock
  /// A key such as `shape` without an `ask` that it could belong to.
  case withoutAsk(key: String)
  case sectionTwice(String)
  case stepTwice(String)
}
