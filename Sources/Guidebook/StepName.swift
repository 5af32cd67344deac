/// The name of a step: `section/step`. A log keeps names, not numbers: a guide may change.
package struct StepName: RawRepresentable, Hashable, Codable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

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
  package init(stringLiteral value: String) { rawValue = value }
}
