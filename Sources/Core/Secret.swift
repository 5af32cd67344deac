/// A value that must never be seen: a token, a password.
///
/// It has a name, and prints as its name (`‹blynk.auth_token›`) under `print`, `dump`, `Mirror` and
/// string interpolation. It is not `Codable`. `open()` is called only where the value has to leave:
/// the transport (`HTTP`), the secrets file (`Storage`) and the sketch (`DeviceSimulator`). A test
/// keeps the list of those places.
package struct Secret: Sendable, Hashable {
  /// The question this value answers, such as `particle.access_token`.
  package let name: String
  private let value: String

  /// - Parameters:
  ///   - value: what must not be seen; kept as it is, not trimmed.
  ///   - name: what is shown in its place, and the question it answers.
  package init(_ value: String, name: String) {
    self.value = value
    self.name = name
  }

  /// The value itself.
  package func open() -> String { value }

  /// The same value, called otherwise.
  package func named(_ name: String) -> Secret { Secret(value, name: name) }

  /// Without blanks anywhere, as a code may be typed in groups.
  package var withoutBlanks: Secret {
    Secret(value.filter { !$0.isWhitespace }, name: name)
  }

  /// How many characters the value has; a length gives nothing away.
  package var count: Int { value.count }
  /// Whether nothing was given.
  package var isEmpty: Bool { value.isEmpty }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "‹\(name)›" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
