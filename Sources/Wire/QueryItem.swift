import Ground

/// One `name=value` of a query or a form; without a value it is a flag (`?v16`).
package struct QueryItem: Sendable, Hashable {
  package var name: String
  package var value: Veiled?

  package init(_ name: String, _ value: Veiled? = nil) {
    self.name = name
    self.value = value
  }
}
