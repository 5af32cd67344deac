import Ground

extension Terminal {
  /// Says prose a screenful at a time where a person sits at a terminal, else at once.
  package func page(_ prose: Prose, reader: LineReader) async {
    let page = PageRenderer(traits: traits).page(prose)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard traits.interactive, !traits.plain, let height = traits.height, lines.count >= height,
      height > 2
    else { return write(page) }
    var rest = lines[...]
    while !rest.isEmpty {
      // One row is the question's.
      let shown = rest.prefix((traits.height ?? height) - 1)
      write(shown.joined(separator: "\n") + "\n")
      rest = rest.dropFirst(shown.count)
      if !rest.isEmpty, await !goesOn(reader) { return }
    }
  }

  private func goesOn(_ reader: LineReader) async -> Bool {
    let question = "  Enter for more, q and Enter to stop:"
    guard case .line(let line) = await reader.readLine(Prompt(question)) else { return false }
    return !line.lowercased().hasPrefix("q")
  }
}
