import Core

/// A problem, as a page: a title, what I was doing, what came back, the causes, the next move.
extension PageRenderer {
  /// - Parameter place: where the person is, shown at the right end of the title.
  package func problem(_ problem: Problem, place: Phrase?) -> String {
    var lines = title(told(problem.title).uppercased(), place: place.map(told))
    func add(_ part: [Line], blank: Bool) {
      if !part.isEmpty { lines += (blank ? [[]] : []) + part }
    }
    add(paragraphs(told(problem.attempt)), blank: false)
    add(verbatim(problem.evidence.map(told).map(wrapped).joined(separator: "\n")), blank: true)
    let causes = paragraphs(told(problem.causes))
    add(causes, blank: true)
    // After one paragraph of causes the next move reads straight on.
    add(paragraphs(told(problem.next)), blank: causes.isEmpty || causes.contains([]))
    return draw(lines)
  }

  /// A line of evidence at a terminal: broken between words where it is wider than the page, each
  /// further row indented. In a pipe it stays whole, for who looks for it.
  private func wrapped(_ line: String) -> String {
    let room = measure - 4
    guard !traits.plain, room > 20, line.displayWidth > room else { return line }
    var rows = [""]
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      let joined = rows[rows.count - 1] + " " + word
      if rows[rows.count - 1].isEmpty, rows.count == 1 {
        rows[0] = String(word)
      } else if joined.displayWidth <= room {
        rows[rows.count - 1] = joined
      } else {
        rows.append("  " + word)
      }
    }
    return rows.joined(separator: "\n")
  }

  /// A ruled title: `── TITLE ───── place`.
  func title(_ title: String, place: String?) -> [Line] {
    let title = fit(title)
    let place = place.map(fit) ?? ""
    let dash = sign("─")
    let used = 3 + title.displayWidth + 1 + (place.isEmpty ? 0 : 1 + place.displayWidth)
    guard measure - used >= 2 else { return tallTitle(title, place, dash) }
    let ruled = String(repeating: dash, count: measure - used)
    return [
      [StyledText(text: dash + dash + " ", style: .faint), StyledText(text: title, style: .bold)]
        + [
          StyledText(text: " " + ruled, style: .faint),
          StyledText(text: place.isEmpty ? "" : " " + place),
        ]
    ]
  }

  /// The title over several lines, with the place below, for a narrow window.
  private func tallTitle(_ title: String, _ place: String, _ dash: String) -> [Line] {
    let filler = LineFiller(width: max(1, measure - 3))
    let text = filler.lines([StyledText(text: title, style: .bold)])
    let below = filler.lines([StyledText(text: place)])
    return (text + below).enumerated().map { index, line in
      [StyledText(text: index == 0 ? dash + dash + " " : "   ", style: .faint)] + line
    }
  }

  /// Prose in a problem is a string; an empty line in it parts paragraphs, backticks are code.
  private func paragraphs(_ text: String) -> [Line] {
    var lines: [Line] = []
    for part in fit(text).split(separator: "\n\n") {
      if !lines.isEmpty { lines.append([]) }
      lines += LineFiller(width: measure).lines(coded(part))
    }
    return lines
  }

  private func coded(_ text: Substring) -> [StyledText] {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().flatMap { index, part in
      let closed = index % 2 == 1 && index + 1 < parts.count
      if closed { return [StyledText(text: "`\(part)`", style: .code)] }
      return index % 2 == 1 ? [StyledText(text: "`\(part)")] : [StyledText(text: String(part))]
    }
  }
}
