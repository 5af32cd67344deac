import Ground

/// Prose within a line, as spans.
extension PageRenderer {
  /// The inlines on lines of so many columns; a hard line break begins a new one.
  func filled(_ inlines: [Prose.Inline], _ ink: Ink, _ width: Int) -> [Line] {
    let parts = inlines.split(separator: .lineBreak, omittingEmptySubsequences: false)
    return parts.flatMap { LineFiller(width: width).lines(spans(Array($0), ink)) }
  }

  func spans(_ inlines: [Prose.Inline], _ ink: Ink) -> [Span] {
    inlines.flatMap { spans($0, ink) }
  }

  private func spans(_ inline: Prose.Inline, _ ink: Ink) -> [Span] {
    switch inline {
    case .text(let text): filled(text, ink)
    case .code(let code): filled("`\(code)`", ink.union(.code))
    case .emphasis(let inner): spans(inner, ink.union(.underline))
    case .strong(let inner): spans(inner, ink.union(.bold))
    case .link(let inner, let url): link(spans(inner, ink), url, ink)
    case .softBreak, .lineBreak: [Span(text: " ", ink: ink)]
    }
  }

  /// A link is its words and where it leads, for a terminal that opens neither.
  private func link(_ words: [Span], _ url: String, _ ink: Ink) -> [Span] {
    let address = filled(url, ink.union(.underline))
    let said = words.map(\.text).joined()
    if said.isEmpty || said == address.map(\.text).joined() { return address }
    return words + [Span(text: " (", ink: ink)] + address + [Span(text: ")", ink: ink)]
  }
}
