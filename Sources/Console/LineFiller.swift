/// Fills lines with words, by the width they have on the screen.
struct LineFiller {
  /// What may not be parted: spans without a space between them.
  fileprivate struct Word {
    var spans: [Span] = []
    /// The ink of the space before the word; nil where it follows without one, as wide letters do.
    var gap: Ink?
    var width: Int { spans.width }
  }

  let width: Int

  /// The text on as many lines as it needs; a word wider than the line stays whole.
  func lines(_ spans: [Span]) -> [Line] {
    var lines: [Line] = []
    var line: Line = []
    var used = 0
    for word in words(in: spans) {
      let gap = word.gap == nil || line.isEmpty ? 0 : 1
      if used + gap + word.width > width, !line.isEmpty {
        lines.append(line)
        (line, used) = ([], 0)
      } else if let ink = word.gap, gap == 1 {
        line.append(Span(text: " ", ink: ink))
        used += 1
      }
      line += word.spans
      used += word.width
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The widest word, which no column can be narrower than.
  static func widestWord(in spans: [Span]) -> Int {
    LineFiller(width: 0).words(in: spans).map(\.width).max() ?? 0
  }

  private func words(in spans: [Span]) -> [Word] {
    var words: [Word] = []
    var word = Word()
    func close(gap: Ink?) {
      if !word.spans.isEmpty { words.append(word) }
      word = Word(gap: word.spans.isEmpty ? gap ?? word.gap : gap)
    }
    for span in spans {
      for letter in span.text {
        if letter == " " || letter == "\n" {
          close(gap: span.ink)
        } else if letter.displayWidth == 2 {
          close(gap: nil)
          word.spans = [Span(text: String(letter), ink: span.ink)]
          close(gap: nil)
        } else {
          word.add(letter, span.ink)
        }
      }
    }
    close(gap: nil)
    return words
  }
}

extension LineFiller.Word {
  fileprivate mutating func add(_ letter: Character, _ ink: Ink) {
    if let last = spans.indices.last, spans[last].ink == ink {
      spans[last].text.append(letter)
    } else {
      spans.append(Span(text: String(letter), ink: ink))
    }
  }
}
