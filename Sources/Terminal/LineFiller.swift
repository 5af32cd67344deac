/// Fills lines with words, by the width they have on the screen.
struct LineFiller {
  /// What may not be parted: spans without a space between them.
  fileprivate struct Word {
    var spans: [StyledText] = []
    /// The style of the space before the word; nil where it follows without, as wide letters do.
    var gap: TextStyle?
    var width: Int { spans.width }
  }

  let width: Int

  /// The text on as many lines as it needs; a word wider than the line stays whole.
  func lines(_ spans: [StyledText]) -> [Line] {
    var lines: [Line] = []
    var line: Line = []
    var used = 0
    for word in words(in: spans) {
      let gap = word.gap == nil || line.isEmpty ? 0 : 1
      if used + gap + word.width > width, !line.isEmpty {
        lines.append(line)
        (line, used) = ([], 0)
      } else if let style = word.gap, gap == 1 {
        line.append(StyledText(text: " ", style: style))
        used += 1
      }
      line += word.spans
      used += word.width
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The widest word, which no column can be narrower than.
  static func widestWord(in spans: [StyledText]) -> Int {
    LineFiller(width: 0).words(in: spans).map(\.width).max() ?? 0
  }

  private func words(in spans: [StyledText]) -> [Word] {
    var words: [Word] = []
    var word = Word()
    func close(gap: TextStyle?) {
      if !word.spans.isEmpty { words.append(word) }
      word = Word(gap: word.spans.isEmpty ? gap ?? word.gap : gap)
    }
    for span in spans {
      for letter in span.text {
        if letter == " " || letter == "\n" {
          close(gap: span.style)
        } else if letter.displayWidth == 2 {
          close(gap: nil)
          word.spans = [StyledText(text: String(letter), style: span.style)]
          close(gap: nil)
        } else {
          word.add(letter, span.style)
        }
      }
    }
    close(gap: nil)
    return words
  }
}

extension LineFiller.Word {
  fileprivate mutating func add(_ letter: Character, _ style: TextStyle) {
    if let last = spans.indices.last, spans[last].style == style {
      spans[last].text.append(letter)
    } else {
      spans.append(StyledText(text: String(letter), style: style))
    }
  }
}
