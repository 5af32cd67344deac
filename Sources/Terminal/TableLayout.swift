/// Lays rows out in columns; where they do not fit, one below the other as `name: value`.
struct TableLayout {
  typealias Side = TableView.Column.Side

  var head: [[StyledText]]
  var rows: [[[StyledText]]]
  var sides: [Side]
  /// The sign that rules off the head.
  var rule: String

  private static let gap = 2
  /// A column with more to say is not made narrower than this.
  private static let narrowest = 8

  private var count: Int { max(head.count, rows.map(\.count).max() ?? 0) }
  private var hasHead: Bool { head.contains { !$0.isEmpty } }

  func lines(width: Int) -> [Line] {
    guard let widths = columnWidths(within: width) else { return stacked(width: width) }
    var lines: [Line] = []
    if hasHead {
      lines += row(head, widths)
      lines.append(ruling(widths))
    }
    return lines + rows.flatMap { row($0, widths) }
  }

  /// The width of each column, or nil where no choice of widths fits.
  private func columnWidths(within width: Int) -> [Int]? {
    let columns = (0..<count).map { column in (rows + [head]).map { cell($0, column) } }
    let natural = columns.map { $0.map(\.width).max() ?? 0 }
    let least = zip(columns, natural).map { cells, natural in
      max(cells.map(LineFiller.widestWord).max() ?? 0, min(natural, TableLayout.narrowest))
    }
    let room = width - TableLayout.gap * (count - 1)
    guard least.reduce(0, +) <= room else { return nil }
    var widths = natural
    while widths.reduce(0, +) > room {
      let shrinkable = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
    }
    return widths
  }

  private func cell(_ row: [[StyledText]], _ column: Int) -> [StyledText] {
    column < row.count ? row[column] : []
  }

  private func row(_ row: [[StyledText]], _ widths: [Int]) -> [Line] {
    let cells = widths.indices.map { LineFiller(width: widths[$0]).lines(cell(row, $0)) }
    let height = max(1, cells.map(\.count).max() ?? 1)
    return (0..<height).map { level in
      var line: Line = []
      for (column, width) in widths.enumerated() {
        let text = level < cells[column].count ? cells[column][level] : []
        let blank = [StyledText(text: String(repeating: " ", count: max(0, width - text.width)))]
        line += side(column) == .left ? text + blank : blank + text
        if column + 1 < widths.count { line.append(StyledText(text: "  ")) }
      }
      return line
    }
  }

  private func side(_ column: Int) -> Side { column < sides.count ? sides[column] : .left }

  private func ruling(_ widths: [Int]) -> Line {
    let dashes = widths.map { String(repeating: rule, count: $0) }
    return [StyledText(text: dashes.joined(separator: "  "), style: .faint)]
  }

  /// Of two columns the first names what stands in the second: a line for each row.
  private func named(_ row: [[StyledText]], width: Int) -> [Line] {
    let name = cell(row, 0)
    let text = name.isEmpty ? cell(row, 1) : name + [StyledText(text: ": ")] + cell(row, 1)
    let filled = LineFiller(width: max(1, width - 2)).lines(text)
    return filled.enumerated().map { $0 == 0 ? $1 : [StyledText(text: "  ")] + $1 }
  }

  private func stacked(width: Int) -> [Line] {
    if count == 2 { return rows.flatMap { named($0, width: width) } }
    var lines: [Line] = []
    for row in rows {
      if !lines.isEmpty { lines.append([]) }
      for (column, value) in row.enumerated() {
        let name = cell(head, column)
        let text = name.isEmpty ? value : name + [StyledText(text: ": ")] + value
        let filled = LineFiller(width: width - 2).lines(text)
        lines += filled.enumerated().map { $0 == 0 ? $1 : [StyledText(text: "  ")] + $1 }
      }
    }
    return lines
  }
}
