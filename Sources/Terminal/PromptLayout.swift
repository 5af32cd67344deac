import Core

/// A prompt's words as the line reader needs them: the last line is the prompt proper, as libedit
/// draws it anew with each key, and what does not fit on it stands above.
struct PromptLayout: Equatable {
  var above: String
  var last: String

  /// Room that the last line leaves for the answer, in columns, before the prompt is broken.
  static let answerColumns = 8

  init(_ text: Phrase, traits: TerminalTraits, styled: Bool) {
    let page = PageRenderer(traits: traits)
    let text = page.fit(page.told(text))
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      PromptLayout.filled(String($0), page.measure)
    }
    let room = max(1, page.measure - PromptLayout.answerColumns)
    if let last = lines.popLast() { lines += PromptLayout.filled(last, room) }
    let question = lines.popLast() ?? ""
    above = lines.map { $0 + "\n" }.joined()
    let asked = question.isEmpty || question.hasSuffix(" ") ? question : question + " "
    last = styled && traits.colour ? PromptLayout.bold(asked) : asked
  }

  private static func filled(_ line: String, _ width: Int) -> [String] {
    guard line.displayWidth > width else { return [line] }
    return LineFiller(width: width).lines([StyledText(text: line)]).map { $0.drawn(colour: false) }
  }

  /// libedit is told by \u{1} on each side which letters take no room. It draws them together with
  /// the letter after them, so the style ends before the last blank: one after it is never drawn.
  private static func bold(_ text: String) -> String {
    guard text.hasSuffix(" ") else { return text }
    return "\u{1}\(TextStyle.bold.start)\u{1}\(text.dropLast())\u{1}\(TextStyle.end)\u{1} "
  }
}
