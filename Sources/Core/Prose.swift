/// Markdown as a value: what a guide says, before anyone decides how it looks.
package struct Prose: Sendable, Equatable {
  /// What stands by itself, one below the other; lists and quotes hold more of them.
  package indirect enum Block: Sendable, Equatable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case code(language: String?, text: String)
    /// - start: the first number of an ordered list, nil for a bulleted one.
    case list(start: Int?, items: [[Block]])
    case quote([Block])
    case table(header: [[Inline]], rows: [[[Inline]]])
    case rule
  }

  /// What flows within a line; text as it is shown, without Markdown's signs.
  package indirect enum Inline: Sendable, Equatable {
    case text(String)
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case link([Inline], url: String)
    /// A line end in the source that may flow.
    case softBreak
    /// A line end that must stay.
    case lineBreak
  }

  /// From top to bottom; empty for no words.
  package var blocks: [Block]

  /// Prose of these, as a reader of Markdown found them.
  package init(_ blocks: [Block]) { self.blocks = blocks }

  /// One paragraph of plain text.
  package init(_ text: String) { blocks = [.paragraph([.text(text)])] }

  /// The words alone, on one line.
  package static func plain(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .emphasis(let inner), .strong(let inner), .link(let inner, _): plain(inner)
      case .softBreak, .lineBreak: " "
      }
    }.joined()
  }
}
