/// The name of a step: `section/step`. A log keeps names, not numbers: a guide may change.
package struct StepName: RawRepresentable, Hashable, Codable, Sendable {
  /// `section/step`, as the log has it.
  package let rawValue: String

  /// Takes the text as it is: whether a guide has such a step is not asked.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// The name of a step in a section, by their ids.
  package init(section: String, step: String) { rawValue = "\(section)/\(step)" }

  /// The part before the slash.
  package var section: String {
    String(rawValue.prefix { $0 != "/" })
  }

  /// The part after the slash.
  package var step: String {
    String(rawValue.drop { $0 != "/" }.dropFirst())
  }
}

extension StepName: CustomStringConvertible, ExpressibleByStringLiteral {
  package var description: String { rawValue }
  /// The same from a literal, as it is.
  package init(stringLiteral value: String) { rawValue = value }
}
