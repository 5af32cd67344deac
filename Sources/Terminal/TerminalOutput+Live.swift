import Core

extension TerminalOutput {
  /// A part of a page that is drawn anew in its place.
  package enum LivePart: Sendable {
    case line(Phrase, TextStyle = [])
    case table(TableView)
    case pause
  }

  /// Draws a page in the place of the one before; only for a terminal that redraws. What is said
  /// meanwhile comes above it. No parts take it away.
  package func live(_ parts: [LivePart]) {
    let traits = traits
    guard !traits.plain else { return }
    redrawProgress(parts.isEmpty ? nil : PageRenderer(traits: traits).live(parts))
  }
}

extension PageRenderer {
  /// As many lines as the window has rows, without the last line's end: it can be taken away again.
  func live(_ parts: [TerminalOutput.LivePart]) -> String {
    let page = parts.map { part in
      switch part {
      case .line(let text, let style): line(text, style)
      case .table(let view): table(view)
      case .pause: "\n"
      }
    }.joined()
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return lines.prefix(max(1, (traits.height ?? lines.count) - 1)).joined(separator: "\n")
  }
}
