/// What travelled, clean of secrets: text, or bytes that are no text.
package struct RecordedBody: Sendable, Equatable {
  /// The content type; empty when none was said.
  package var type: String
  /// As they travelled, but for the secrets.
  package var bytes: [UInt8]

  /// A body that is clean already: nothing is taken out here.
  package init(type: String, bytes: [UInt8]) {
    self.type = type
    self.bytes = bytes
  }

  /// As text, if it is UTF-8.
  package var text: String? { String(validating: bytes, as: UTF8.self) }
}
