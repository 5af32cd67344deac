import Core

extension GuideDocument {
  /// Markdown as a value, its `{{names}}` filled in.
  ///
  /// Values are put in after the Markdown was read, so that none can become Markdown. A name
  /// without a value shows as `‹name›`; secrets are passed in as their names.
  package static func fill(
    _ markdown: String, values: [String: String] = [:]
  ) throws(GuideError) -> Prose {
    let blocks = try MarkdownReader.read(markdown).blocks.filled(values)
    return Prose(blocks)
  }

  /// One line of plain text, such as a prompt or a title, its `{{names}}` filled in.
  package static func text(
    _ line: String, values: [String: String] = [:]
  ) throws(GuideError) -> String {
    try TextTemplate.fill(line, values: values)
  }
}

extension [Prose.Block] {
  fileprivate func filled(_ values: [String: String]) throws(GuideError) -> [Prose.Block] {
    var out: [Prose.Block] = []
    for block in self { out.append(try block.filled(values)) }
    return out
  }
}

extension [Prose.Inline] {
  fileprivate func filled(_ values: [String: String]) throws(GuideError) -> [Prose.Inline] {
    var out: [Prose.Inline] = []
    for inline in self { out.append(try inline.filled(values)) }
    return out
  }
}

extension Prose.Block {
  fileprivate func filled(_ values: [String: String]) throws(GuideError) -> Prose.Block {
    switch self {
    case .heading(let level, let inlines): return .heading(level: level, try inlines.filled(values))
    case .paragraph(let inlines): return .paragraph(try inlines.filled(values))
    case .code(let language, let text):
      return .code(language: language, text: try TextTemplate.fill(text, values: values))
    case .list(let start, let items):
      var out: [[Prose.Block]] = []
      for item in items { out.append(try item.filled(values)) }
      return .list(start: start, items: out)
    case .quote(let blocks): return .quote(try blocks.filled(values))
    case .table(let header, let rows):
      var out: [[[Prose.Inline]]] = []
      for row in rows { out.append(try Self.filled(row, values)) }
      return .table(header: try Self.filled(header, values), rows: out)
    case .rule: return .rule
    }
  }

  private static func filled(
    _ row: [[Prose.Inline]], _ values: [String: String]
  ) throws(GuideError) -> [[Prose.Inline]] {
    var out: [[Prose.Inline]] = []
    for cell in row { out.append(try cell.filled(values)) }
    return out
  }
}

extension Prose.Inline {
  fileprivate func filled(_ values: [String: String]) throws(GuideError) -> Prose.Inline {
    switch self {
    case .text(let text): .text(try TextTemplate.fill(text, values: values))
    case .code(let text): .code(try TextTemplate.fill(text, values: values))
    case .emphasis(let inlines): .emphasis(try inlines.filled(values))
    case .strong(let inlines): .strong(try inlines.filled(values))
    case .link(let inlines, let url):
      .link(try inlines.filled(values), url: try TextTemplate.fill(url, values: values))
    case .softBreak, .lineBreak: self
    }
  }
}
