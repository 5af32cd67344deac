import Core

/// One header line, asked or answered.
package struct HeaderField: Sendable, Hashable {
  /// Without the colon; upper and lower case are alike to a server.
  package var name: String
  /// Without a line end; a secret in it stays veiled.
  package var value: MaskedText

  /// A line with this name and value; the transport refuses one that is malformed.
  package init(_ name: String, _ value: MaskedText) {
    self.name = name
    self.value = value
  }
}
