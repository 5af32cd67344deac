import Core

/// Prose within a line, as spans.
extension PageRenderer {
  /// The inlines on lines of so many columns; a hard line break begins a new one.
  func filled(_ inlines: [Prose.Inline], _ style: TextStyle, _ width: Int) -> [Line] {
    let parts = inlines.split(separator: .lineBreak, omittingEmptySubsequences: false)
    return parts.flatMap { LineFiller(width: width).lines(spans(Array($0), style)) }
  }

  func spans(_ inlines: [Prose.Inline], _ style: TextStyle) -> [StyledText] {
    inlines.flatMap { spans($0, style) }
  }

  private func spans(_ inline: Prose.Inline, _ style: TextStyle) -> [StyledText] {
    switch inline {
    case .text(let text): filled(text, style)
    case .code(let code): filled("`\(code)`", style.union(.code))
    case .emphasis(let inner): spans(inner, style.union(.underline))
    case .strong(let inner): spans(inner, style.union(.bold))
    case .link(let inner, let url): link(spans(inner, style), url, style)
    case .softBreak, .lineBreak: [StyledText(text: " ", style: style)]
    }
  }

  /// A link is its words and where it leads, for a terminal that opens neither.
  private func link(_ words: [StyledText], _ url: String, _ style: TextStyle) -> [StyledText] {
    let address = filled(url, style.union(.underline))
    let said = words.map(\.text).joined()
    if said.isEmpty || said == address.map(\.text).joined() { return address }
    return words + [StyledText(text: " (", style: style)] + address + [
      StyledText(text: ")", style: style)
    ]
  }
}
