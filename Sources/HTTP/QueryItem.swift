import Core

/// One `name=value` of a query or a form; without a value it is a flag (`?v16`).
package struct QueryItem: Sendable, Hashable {
  /// Not yet percent-encoded.
  package var name: String
  /// Not yet percent-encoded; nil for a flag, which has no `=` either.
  package var value: MaskedText?

  /// An item with a value, or a flag without one.
  package init(_ name: String, _ value: MaskedText? = nil) {
    self.name = name
    self.value = value
  }
}
