import Core

/// A field in which what is there differs from what is wanted.
package struct FieldDifference: Sendable, Equatable {
  /// The field's path, such as `noDefaults` or `query.V17`.
  package var field: String
  /// Nil when the field should not be there at all.
  package var wanted: String?
  /// Nil when the field is not there.
  package var found: String?

  /// A difference in one field; the values are as they are shown.
  package init(field: String, wanted: String?, found: String?) {
    self.field = field
    self.wanted = wanted
    self.found = found
  }

  /// `query.V17: "{{{v71}}}", not "{{{v17}}}"`, in such a way that an invisible difference shows.
  package var shown: String { "\(field): \(Quoted.found(found, not: wanted))" }
}
