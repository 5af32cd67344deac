/// What travelled, clean of secrets: text, or bytes that are no text.
package struct RecordedBody: Sendable, Equatable {
  /// The content type; empty when none was said.
  package var type: String
  package var bytes: [UInt8]

  package init(type: String, bytes: [UInt8]) {
    self.type = type
    self.bytes = bytes
  }

  /// As text, if it is UTF-8.
  package var text: String? { String(validating: bytes, as: UTF8.self) }
}
