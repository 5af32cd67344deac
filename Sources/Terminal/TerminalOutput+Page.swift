import Core

extension TerminalOutput {
  /// Says prose, where a person sits at a terminal as much of it as fits into the window.
  ///
  /// - Parameter rowsBelow: of the window, which are needed for what follows.
  /// - Returns: the lines that did not; none without a window.
  package func begin(_ prose: Prose, rowsBelow: Int = 0) -> ArraySlice<Substring> {
    begin(PageRenderer(traits: traits).page(prose), rowsBelow: rowsBelow)
  }

  /// The same of a table.
  package func begin(_ table: TableView) -> ArraySlice<Substring> {
    begin(PageRenderer(traits: traits).table(table), rowsBelow: 0)
  }

  /// How many rows of the window a table takes.
  package func rows(of table: TableView) -> Int {
    PageRenderer(traits: traits).table(table).count { $0 == "\n" }
  }

  private func begin(_ page: String, rowsBelow: Int) -> ArraySlice<Substring> {
    goOn(
      page.split(separator: "\n", omittingEmptySubsequences: false).dropLast(),
      rowsBelow: rowsBelow)
  }

  /// Says the next of the lines that did not fit.
  ///
  /// - Returns: those after them.
  package func goOn(
    _ lines: ArraySlice<Substring>, rowsBelow: Int = 0
  ) -> ArraySlice<Substring> {
    var count = lines.count
    if traits.interactive, !traits.plain, let height = traits.height {
      // Title, the words about the rest, and the prompt have rows of their own.
      let beside = traits.width < TerminalOutput.narrow ? 11 : 7
      let rest = max(height - beside - rowsBelow, TerminalOutput.leastRows)
      // A page that fits has no words about a rest.
      if count > rest + TerminalOutput.rowsOfRest { count = rest }
    }
    let (now, later) = (lines.prefix(count), lines.dropFirst(count))
    // Blank lines at the cut are neither an end nor a beginning.
    let isCut = !later.isEmpty
    let shown = isCut ? now.reversed().drop(while: \.isEmpty).reversed() : Array(now)
    write(shown.map { $0 + "\n" }.joined())
    return later.drop(while: \.isEmpty)
  }

  /// Below so many columns titles and prompts take several rows.
  private static let narrow = 60
  private static let rowsOfRest = 2
  private static let leastRows = 5
}
