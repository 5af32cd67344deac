import Core

/// Turns words into a page: pure, from values to text.
///
/// All text that comes in is made fit to show first, so that nothing in it can steer the terminal;
/// the only escape codes in a page are the renderer's own, and only where colour is on.
package struct PageRenderer: Sendable {
  /// The widest page, in columns, however wide the window is.
  package static let widestPage = 76

  /// What the page is drawn for: its width, its signs and inks, and its language.
  package let traits: TerminalTraits

  /// A renderer for one terminal; another width wants another renderer.
  package init(traits: TerminalTraits) { self.traits = traits }

  /// How many columns a page takes here.
  package var measure: Int { max(1, min(PageRenderer.widestPage, traits.width)) }

  /// The page, ending in a line end; empty for no words.
  package func page(_ prose: Prose) -> String {
    draw(lines(prose.blocks, width: measure))
  }

  /// The table, ending in a line end.
  package func table(_ table: TableView) -> String {
    let layout = TableLayout(
      head: table.columns.map { filled(told($0.title), .bold) },
      rows: table.rows.map { $0.map { filled(told($0.text), $0.style) } },
      sides: table.columns.map(\.side), rule: sign("─"))
    let margin = [StyledText(text: String(repeating: " ", count: table.indent))]
    return draw(layout.lines(width: measure - table.indent).map { $0.isEmpty ? [] : margin + $0 })
  }

  /// A line as it stands, ending in a line end; filled anew only where it is wider than the page,
  /// under its own indentation.
  package func line(_ text: Phrase, _ style: TextStyle = []) -> String {
    draw(
      rows(fit(told(text))).flatMap { line in
        let margin = String(line.prefix { $0 == " " })
        let rest = StyledText(text: String(line.dropFirst(margin.count)), style: style)
        if line.count <= measure, String(line).displayWidth <= measure {
          return [[StyledText(text: margin), rest]]
        }
        return wrapped(rest, margin)
      })
  }

  /// What does not fit goes under the words of a line that begins with one of our signs: it may be
  /// of a cloud's text, and must not look like a verdict of its own.
  private func wrapped(_ rest: StyledText, _ margin: String) -> [Line] {
    let isVerdict = ["✓ ", "✗ ", "! "].map(sign).contains { rest.text.hasPrefix($0) }
    let further = isVerdict ? margin + "  " : margin
    return LineFiller(width: max(1, measure - further.count)).lines([rest]).enumerated().map {
      [StyledText(text: $0.offset == 0 ? margin : further)] + $0.element
    }
  }

  /// The rows of a line. Only the first begins at the edge: another one may be of a cloud's text,
  /// and must not look like a line of ours.
  private func rows(_ text: String) -> [Substring] {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    return rows.enumerated().map { index, row in
      index == 0 || row.isEmpty || row.hasPrefix(" ") ? row : "    " + row
    }
  }

  /// One line with words at its left and at its right end, or two where they do not fit on one.
  package func line(_ left: Phrase, right: Phrase) -> String {
    let (start, end) = (fit(told(left)), fit(told(right)))
    let gap = measure - start.displayWidth - end.displayWidth
    if gap < 2 { return line(left) + line(right) }
    return draw([[StyledText(text: start + String(repeating: " ", count: gap) + end)]])
  }

  // MARK: parts

  /// Words of ours in the language of the person.
  func told(_ phrase: Phrase) -> String { traits.catalog.told(phrase) }

  /// Text of others, fit to show, in signs that the terminal has.
  func fit(_ text: String) -> String {
    let clean = TokenShapes.veiled(text.fitToShow)
    return traits.unicode ? clean : clean.inPlainSigns
  }

  /// One of our own signs, or what stands for it in ASCII.
  func sign(_ sign: String) -> String { traits.unicode ? sign : sign.inPlainSigns }

  func filled(_ text: String, _ style: TextStyle = []) -> [StyledText] {
    let text = fit(text)
    return text.isEmpty ? [] : [StyledText(text: text, style: style)]
  }

  func draw(_ lines: [Line]) -> String {
    lines.map { $0.drawn(colour: traits.colour).withoutRunnerCommands + "\n" }.joined()
  }
}

extension String {
  /// A row that no CI's runner obeys: `::error::` at its beginning, blanks or not, and `##[error]`,
  /// `##vso[…]` anywhere in it are commands to one that reads along.
  fileprivate var withoutRunnerCommands: String {
    guard contains("::") || contains("##") else { return self }
    let start = drop { $0 == " " }
    let row =
      start.hasPrefix("::") ? prefix(count - start.count) + ": " + start.dropFirst() : self[...]
    return Scrubber.withoutCommands(String(row))
  }
}
