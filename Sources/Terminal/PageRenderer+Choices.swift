import Core

/// What Tab offers, below the half-typed line.
extension PageRenderer {
  /// The most candidates shown at once.
  static let choicesLimit = 60

  func choices(_ candidates: [Completion.Candidate]) -> String {
    let shown = candidates.prefix(PageRenderer.choicesLimit)
    let left = candidates.count - shown.count
    let more = left > 0 ? line("  \(sign("…")) \(left) more", .faint) : ""
    if shown.contains(where: { $0.note != nil }) { return noted(shown) + more }
    return packed(shown.map { fit($0.text) }) + more
  }

  private func noted(_ candidates: ArraySlice<Completion.Candidate>) -> String {
    table(
      TableView(
        columns: [.init(""), .init("")],
        rows: candidates.map { [.init(Phrase(verbatim: $0.text)), .init($0.note ?? "", .faint)] },
        indent: 2))
  }

  /// In as many columns as fit, read downwards.
  private func packed(_ words: [String]) -> String {
    let width = (words.map(\.displayWidth).max() ?? 0) + 2
    let columns = max(1, (measure - 2) / width)
    let rows = (words.count + columns - 1) / columns
    return draw(
      (0..<rows).map { row in
        [StyledText(text: "  ")]
          + stride(from: row, to: words.count, by: rows).map { place in
            let word = words[place]
            return StyledText(text: word + String(repeating: " ", count: width - word.displayWidth))
          }
      })
  }
}
