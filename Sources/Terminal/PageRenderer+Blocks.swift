import Core

/// Prose, block by block, as lines.
extension PageRenderer {
  func lines(_ blocks: [Prose.Block], width: Int) -> [Line] {
    var lines: [Line] = []
    for block in blocks {
      let next = self.lines(block, width: max(1, width))
      if !lines.isEmpty, !next.isEmpty { lines.append([]) }
      lines += next
    }
    return lines
  }

  private func lines(_ block: Prose.Block, width: Int) -> [Line] {
    switch block {
    case .heading(let level, let inlines): heading(level, inlines, width)
    case .paragraph(let inlines): filled(inlines, [], width)
    case .code(_, let text): verbatim(text)
    case .list(let start, let items): list(start, items, width)
    case .quote(let blocks):
      lines(blocks, width: width - 2).map {
        [StyledText(text: sign("│") + " ", style: .faint)] + $0
      }
    case .table(let head, let rows): table(head, rows, width)
    case .rule: [[StyledText(text: String(repeating: sign("─"), count: width), style: .faint)]]
    }
  }

  private func heading(_ level: Int, _ inlines: [Prose.Inline], _ width: Int) -> [Line] {
    let title = filled(inlines, .bold, width)
    guard level <= 2 else { return title }
    let ruled = min(width, title.map(\.width).max() ?? 0)
    return title + [[StyledText(text: String(repeating: sign("─"), count: ruled), style: .faint)]]
  }

  /// Code is shown as it is, however wide: a broken line of it would be another program.
  func verbatim(_ text: String) -> [Line] {
    var rows = fit(text).split(separator: "\n", omittingEmptySubsequences: false)
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows.map { [StyledText(text: "    "), StyledText(text: String($0), style: .code)] }
  }

  private func list(_ start: Int?, _ items: [[Prose.Block]], _ width: Int) -> [Line] {
    let loose = items.contains {
      $0.filter(\.isParagraph).count > 1 || $0.contains(where: \.isCode)
    }
    let last = (start ?? 1) + items.count - 1
    let room = start == nil ? 2 : "\(last). ".count
    var lines: [Line] = []
    for (index, item) in items.enumerated() {
      if loose, index > 0 { lines.append([]) }
      let mark = start.map { "\($0 + index)." } ?? sign("•")
      let body = self.item(item, loose: loose, width: width - room)
      let first = StyledText(text: mark + String(repeating: " ", count: max(1, room - mark.count)))
      let rest = StyledText(text: String(repeating: " ", count: room))
      lines += (body.isEmpty ? [[]] : body).enumerated().map { [$0 == 0 ? first : rest] + $1 }
    }
    return lines
  }

  private func item(_ blocks: [Prose.Block], loose: Bool, width: Int) -> [Line] {
    loose ? lines(blocks, width: width) : blocks.flatMap { lines([$0], width: width) }
  }

  private func table(_ head: [[Prose.Inline]], _ rows: [[[Prose.Inline]]], _ width: Int) -> [Line] {
    let layout = TableLayout(
      head: head.map { spans($0, .bold) }, rows: rows.map { $0.map { spans($0, []) } },
      sides: [], rule: sign("─"))
    return layout.lines(width: width)
  }
}

extension Prose.Block {
  fileprivate var isParagraph: Bool { if case .paragraph = self { true } else { false } }
  fileprivate var isCode: Bool { if case .code = self { true } else { false } }
}
