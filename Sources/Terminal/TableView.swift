import Core

/// Rows and columns, before anyone decides how wide they are.
package struct TableView: Sendable, Equatable {
  /// What a column is called, and to which side it leans.
  package struct Column: Sendable, Equatable {
    /// Where the short fields of a column stand: words at the left, numbers at the right.
    package enum Side: Sendable { case left, right }
    /// Empty titles in all columns mean no head row.
    package var title: Phrase
    /// Its title leans the same way.
    package var side: Side

    /// A column of words, unless told otherwise.
    package init(_ title: Phrase, _ side: Side = .left) {
      self.title = title
      self.side = side
    }
  }

  /// One field, with the style that repeats what its words say.
  package struct Cell: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// What stands in the field; it is told in the language of the person.
    package var text: Phrase
    /// None for a field that is drawn plain.
    package var style: TextStyle

    /// A field without style, unless told otherwise.
    package init(_ text: Phrase, _ style: TextStyle = []) {
      self.text = text
      self.style = style
    }
    /// A plain field, so that rows can be written as literals.
    package init(stringLiteral text: String) { self.init(Phrase(stringLiteral: text)) }
    /// The same with places.
    package init(stringInterpolation text: Phrase.StringInterpolation) {
      self.init(Phrase(stringInterpolation: text))
    }
  }

  /// From left to right.
  package var columns: [Column]
  /// From top to bottom; a row with too few cells ends in empty fields.
  package var rows: [[Cell]]
  /// Spaces before each row.
  package var indent: Int

  /// A table at the page's edge, unless told otherwise.
  package init(columns: [Column], rows: [[Cell]], indent: Int = 0) {
    self.columns = columns
    self.rows = rows
    self.indent = indent
  }
}
