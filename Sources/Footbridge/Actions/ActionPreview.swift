import Terminal

/// What an act would do, said before a yes or no is asked for.
struct ActionPreview: Sendable, Equatable {
  /// Such as "I would make this integration at Particle:".
  let intro: String
  /// Field and value, or field, what is there and what should be.
  let rows: [[String]]

  var table: TableView {
    TableView(
      columns: (rows.first ?? []).map { _ in .init("") },
      rows: rows.map { row in row.map { .init($0) } }, indent: 4)
  }
}
