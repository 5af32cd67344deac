import PracticeClouds
import Reports

/// What `practice serve --list-faults` says: each fault with its leg, its cause and what is wrong,
/// one a line, so that a line can be searched for.
struct FaultList {
  let json: Bool

  var text: String { lines.joined(separator: "\n") + "\n" }

  private var lines: [String] {
    if json { return Fault.registry.map { JSONText.line(Row($0)) } }
    let rows = Fault.registry.map(Row.init)
    let widths = (
      rows.map(\.name.count).max() ?? 0, rows.map(\.leg.count).max() ?? 0,
      rows.map(\.cause.count).max() ?? 0
    )
    return rows.map { row in
      FaultList.padded(row.name, widths.0) + FaultList.padded(row.leg, widths.1)
        + FaultList.padded(row.cause, widths.2) + row.line
    }
  }

  private struct Row: Encodable {
    let name: String
    /// A dash where it depends on what is asked first.
    let leg: String
    let cause: String
    let line: String

    init(_ entry: FaultEntry) {
      (name, cause, line) = (entry.name, entry.cause, entry.line)
      leg = entry.leg?.rawValue ?? "-"
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: width - text.count + 2)
  }
}
