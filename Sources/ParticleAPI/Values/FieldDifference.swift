import Core

/// A field in which what is there differs from what is wanted.
package struct FieldDifference: Sendable, Equatable {
  /// The field's path, such as `noDefaults` or `query.V17`.
  package var field: Phrase
  /// Nil when the field should not be there at all.
  package var wanted: String?
  /// Nil when the field is not there.
  package var found: String?

  /// Whether the found value may be a token: then no more than its kind is told.
  package var isHidden: Bool

  /// What is told of a value that is hidden.
  package static let fixedValue: Phrase = "a fixed value"

  /// A difference in one field; the values are as they are shown.
  package init(field: Phrase, wanted: String?, found: String?, isHidden: Bool = false) {
    self.field = field
    self.wanted = wanted
    self.found = found
    self.isHidden = isHidden
  }

  /// What was found, quoted; nil when the field is not there.
  package func shownFound(_ scrubber: Scrubber) -> Phrase? {
    if isHidden { return "\"\(FieldDifference.fixedValue)\"" }
    return found.map { Phrase(verbatim: Quoted.text(scrubber.scrub($0))) }
  }

  /// `query.V17: "{{{v71}}}", not "{{{v17}}}"`, in such a way that an invisible difference shows.
  package var shown: Phrase {
    guard isHidden, let wanted else {
      return "\(field): \(Quoted.found(found, not: wanted))"
    }
    return "\(field): \"\(FieldDifference.fixedValue)\", not \(Quoted.text(wanted))"
  }
}
