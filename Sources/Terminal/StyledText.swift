/// A stretch of text in one style.
struct StyledText: Sendable, Equatable {
  var text: String
  var style: TextStyle = []

  var width: Int { text.displayWidth }
}

/// One line of a page.
typealias Line = [StyledText]

extension [StyledText] {
  var width: Int { reduce(0) { $0 + $1.width } }

  /// The line as bytes for the terminal, without spaces at its end.
  func drawn(colour: Bool) -> String {
    var line = ArraySlice(self)
    while let last = line.last, last.text.allSatisfy({ $0 == " " }) { line.removeLast() }
    if let last = line.last, last.text.last == " " {
      line[line.endIndex - 1].text = String(last.text.reversed().drop { $0 == " " }.reversed())
    }
    var out = ""
    for (index, span) in zip(line.indices, line) {
      let start = colour ? span.style.start : ""
      let continues = index > line.startIndex && line[index - 1].style == span.style
      let goesOn = index + 1 < line.endIndex && line[index + 1].style == span.style
      out += (continues ? "" : start) + span.text + (start.isEmpty || goesOn ? "" : TextStyle.end)
    }
    return out
  }
}
