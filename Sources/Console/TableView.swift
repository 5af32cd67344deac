/// Rows and columns, before anyone decides how wide they are.
package struct TableView: Sendable, Equatable {
  /// What a column is called, and to which side it leans.
  package struct Column: Sendable, Equatable {
    package enum Side: Sendable { case left, right }
    /// Empty titles in all columns mean no head row.
    package var title: String
    package var side: Side

    package init(_ title: String, _ side: Side = .left) {
      self.title = title
      self.side = side
    }
  }

  /// One field, with the ink that repeats what its words say.
  package struct Cell: Sendable, Equatable, ExpressibleByStringInterpolation {
    package var text: String
    package var ink: Ink

    package init(_ text: String, _ ink: Ink = []) {
      self.text = text
      self.ink = ink
    }
    package init(stringLiteral text: String) { self.init(text) }
  }

  package var columns: [Column]
  package var rows: [[Cell]]
  /// Spaces before each row.
  package var indent: Int

  package init(columns: [Column], rows: [[Cell]], indent: Int = 0) {
    self.columns = columns
    self.rows = rows
    self.indent = indent
  }
}
