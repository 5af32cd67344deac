import Ground

extension Terminal {
  /// Says prose, where a person sits at a terminal as much of it as fits into the window.
  ///
  /// - Returns: the lines that did not; none without a window.
  package func begin(_ prose: Prose) -> ArraySlice<Substring> {
    begin(PageRenderer(traits: traits).page(prose))
  }

  /// The same of a table.
  package func begin(_ table: TableView) -> ArraySlice<Substring> {
    begin(PageRenderer(traits: traits).table(table))
  }

  private func begin(_ page: String) -> ArraySlice<Substring> {
    goOn(page.split(separator: "\n", omittingEmptySubsequences: false).dropLast())
  }

  /// Says the next of the lines that did not fit.
  ///
  /// - Returns: those after them.
  package func goOn(_ lines: ArraySlice<Substring>) -> ArraySlice<Substring> {
    var count = lines.count
    if traits.interactive, !traits.plain, let height = traits.height {
      // Title, the words about the rest, and the prompt have rows of their own.
      let rest = max(height - Terminal.rowsBeside, Terminal.leastRows)
      // A page that fits has no words about a rest.
      if count > rest + Terminal.rowsOfRest { count = rest }
    }
    write(lines.prefix(count).map { $0 + "\n" }.joined())
    return lines.dropFirst(count)
  }

  private static let rowsBeside = 7
  private static let rowsOfRest = 2
  private static let leastRows = 5
}
