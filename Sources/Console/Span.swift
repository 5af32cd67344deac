/// A stretch of text in one ink.
struct Span: Sendable, Equatable {
  var text: String
  var ink: Ink = []

  var width: Int { text.displayWidth }
}

/// One line of a page.
typealias Line = [Span]

extension [Span] {
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
      let start = colour ? span.ink.start : ""
      let continues = index > line.startIndex && line[index - 1].ink == span.ink
      let goesOn = index + 1 < line.endIndex && line[index + 1].ink == span.ink
      out += (continues ? "" : start) + span.text + (start.isEmpty || goesOn ? "" : Ink.end)
    }
    return out
  }
}
