import CMarkdown
import Core

/// Reads CommonMark with GitHub's tables and task lists into `Prose`, by way of cmark-gfm.
enum MarkdownReader {
  /// How deep lists, quotes and emphasis may be nested; what lies deeper is left out.
  static let nestingLimit = 32

  /// The Markdown as a value. Raw HTML stays text, an image becomes a link, a comment goes.
  static func read(_ markdown: String) -> Prose {
    guard isReady, let parser = cmark_parser_new(0) else { return Prose([]) }
    defer { cmark_parser_free(parser) }
    for name in ["table", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    var markdown = markdown
    markdown.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    guard let root = cmark_parser_finish(parser) else { return Prose([]) }
    defer { cmark_node_free(root) }
    return Prose(blocks(in: root, depth: 0))
  }

  private typealias Node = OpaquePointer

  /// The extensions register themselves in a global list of the library's, once.
  private static let isReady: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  private static func blocks(in node: Node, depth: Int) -> [Prose.Block] {
    guard depth < nestingLimit else { return [] }
    return children(of: node).compactMap { block($0, depth: depth + 1) }
  }

  private static func block(_ node: Node, depth: Int) -> Prose.Block? {
    switch kind(of: node) {
    case "heading":
      .heading(
        level: Int(cmark_node_get_heading_level(node)), inlines(in: node, depth: depth))
    case "paragraph": .paragraph(inlines(in: node, depth: depth))
    case "code_block": .code(language: language(of: node), text: literal(of: node))
    case "list": list(node, depth: depth)
    case "block_quote": .quote(blocks(in: node, depth: depth))
    case "table": table(node, depth: depth)
    case "thematic_break": .rule
    case "html_block": html(literal(of: node)).map { .paragraph([.text($0)]) }
    default: nil
    }
  }

  private static func list(_ node: Node, depth: Int) -> Prose.Block {
    let ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    let items = children(of: node).map { item -> [Prose.Block] in
      let inside = blocks(in: item, depth: depth)
      guard kind(of: item) == "tasklist" else { return inside }
      let box = cmark_gfm_extensions_get_tasklist_item_checked(item) ? "[x] " : "[ ] "
      guard case .paragraph(let words)? = inside.first else {
        return [.paragraph([.text(box)])] + inside
      }
      return [.paragraph(joined([.text(box)] + words))] + inside.dropFirst()
    }
    return .list(start: ordered ? Int(cmark_node_get_list_start(node)) : nil, items: items)
  }

  private static func table(_ node: Node, depth: Int) -> Prose.Block {
    let rows = children(of: node).map { row in
      children(of: row).map { inlines(in: $0, depth: depth) }
    }
    return .table(header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  private static func inlines(in node: Node, depth: Int) -> [Prose.Inline] {
    guard depth < nestingLimit else { return [] }
    return joined(children(of: node).compactMap { inline($0, depth: depth + 1) })
  }

  private static func inline(_ node: Node, depth: Int) -> Prose.Inline? {
    switch kind(of: node) {
    case "text": .text(literal(of: node))
    case "code": .code(literal(of: node))
    case "emph": .emphasis(inlines(in: node, depth: depth))
    case "strong": .strong(inlines(in: node, depth: depth))
    case "link", "image":
      .link(
        inlines(in: node, depth: depth),
        url: cmark_node_get_url(node).map { String(cString: $0) } ?? "")
    case "softbreak": .softBreak
    case "linebreak": .lineBreak
    case "html_inline": html(literal(of: node)).map { .text($0) }
    default: nil
    }
  }

  /// Neighbouring texts as one, so that a `{{name}}` is never in two pieces.
  private static func joined(_ inlines: [Prose.Inline]) -> [Prose.Inline] {
    inlines.reduce(into: []) { out, next in
      if case .text(let more) = next, case .text(let text)? = out.last {
        out[out.count - 1] = .text(text + more)
      } else {
        out.append(next)
      }
    }
  }

  private static func html(_ text: String) -> String? {
    text.hasPrefix("<!--") ? nil : text.trimmed(\.isNewline)
  }

  private static func language(of node: Node) -> String? {
    guard let info = cmark_node_get_fence_info(node) else { return nil }
    let word = String(cString: info).prefix { !$0.isWhitespace }
    return word.isEmpty ? nil : String(word)
  }

  private static func literal(of node: Node) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  private static func kind(of node: Node) -> String {
    cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
  }

  private static func children(of node: Node) -> [Node] {
    Array(
      sequence(first: cmark_node_first_child(node)) { $0.flatMap(cmark_node_next) }
        .prefix { $0 != nil }.compactMap { $0 })
  }
}
