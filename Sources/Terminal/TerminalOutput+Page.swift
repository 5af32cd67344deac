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

  /// How many rows of a list fit into the window beside a prompt; where there is none, all do.
  package var room: Int { rowsOfPage(above: 0) }

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
    // A page that fits has no words about a rest.
    let room = rowsOfPage(above: rowsBelow)
    if count - TerminalOutput.rowsOfRest > room { count = room }
    let (now, later) = (lines.prefix(count), lines.dropFirst(count))
    // Blank lines at the cut are neither an end nor a beginning.
    let isCut = !later.isEmpty
    let shown = isCut ? now.reversed().drop(while: \.isEmpty).reversed() : Array(now)
    write(shown.map { $0 + "\n" }.joined())
    return later.drop(while: \.isEmpty)
  }

  /// How many rows the window has for a page. Title, the words about the rest, and the prompt have
  /// rows of their own.
  private func rowsOfPage(above rowsBelow: Int) -> Int {
    guard traits.interactive, !traits.plain, let height = traits.height else { return .max }
    let beside = traits.width < TerminalOutput.narrow ? 11 : 7
    return max(height - beside - rowsBelow, TerminalOutput.leastRows)
  }

  /// Below so many columns titles and prompts take several rows.
  private static let narrow = 60
  private static let rowsOfRest = 2
  private static let leastRows = 5
}
