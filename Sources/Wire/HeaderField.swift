import Ground

/// One header line, asked or answered.
package struct HeaderField: Sendable, Hashable {
  package var name: String
  package var value: Veiled

  package init(_ name: String, _ value: Veiled) {
    self.name = name
    self.value = value
  }
}
