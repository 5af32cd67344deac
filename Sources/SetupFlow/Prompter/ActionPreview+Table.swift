import Capabilities
import Terminal

extension ActionPreview {
  var table: TableView {
    TableView(
      columns: (rows.first ?? []).map { _ in .init("") },
      rows: rows.map { row in row.map { .init($0) } }, indent: 4)
  }
}
