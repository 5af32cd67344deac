import RoundTrip

/// The matrix as a person reads it: a row for each fault and position, and the score.
struct MatrixTable {
  let rows: [MatrixTests.Row]

  var text: String {
    let lines = [["fault", "run", "leg", "cause", "candidates", "named", "ms"]] + rows.map(cells)
    let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    let table = lines.map { line in
      zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        .joined(separator: "  ")
    }
    return (table + ["\(rows.filter(\.isNamed).count) of \(rows.count) named"])
      .joined(separator: "\n")
  }

  private func cells(_ row: MatrixTests.Row) -> [String] {
    let report = row.report
    let told = report.warnings.first.map { "(" + $0.english.prefix { $0 != ":" } + ")" }
    return [
      row.entry.name, row.position.rawValue, report.failedLeg?.rawValue ?? "–",
      report.cause?.code ?? told ?? "none",
      report.candidates.prefix(4).map(\.code).joined(separator: " "),
      row.isNamed ? "yes" : "NO", "\(Int(row.ms))",
    ]
  }
}
