/// Reads the text of a `Template`.
struct TemplateReader {
  /// Sections inside sections; a template that goes deeper cannot be read.
  static let depthLimit = 32

  private var rest: Substring
  private var depth = 0

  init(_ text: String) { rest = text[...] }

  /// All of it; nil when sections do not pair up.
  mutating func document() -> [Template.Node]? { nodes(until: nil) }

  /// - Parameter section: the name whose closing tag ends this run; nil for the whole text.
  private mutating func nodes(until section: String?) -> [Template.Node]? {
    var nodes: [Template.Node] = []
    while let start = rest.firstRange(of: "{{") {
      if start.lowerBound > rest.startIndex {
        nodes.append(.text(String(rest[..<start.lowerBound])))
      }
      rest = rest[start.upperBound...]
      guard let tag = tag() else {
        // Braces that never close are text.
        nodes.append(.text("{{" + rest))
        rest = ""
        break
      }
      if tag.kind == "/" { return tag.name == section ? nodes : nil }
      guard let node = node(tag) else { return nil }
      nodes += node
    }
    if !rest.isEmpty { nodes.append(.text(String(rest))) }
    rest = ""
    return section == nil ? nodes : nil
  }

  private mutating func node(_ tag: (kind: Character, name: String)) -> [Template.Node]? {
    let path = TemplateReader.path(tag.name)
    switch tag.kind {
    case "#", "^":
      guard depth < TemplateReader.depthLimit else { return nil }
      depth += 1
      defer { depth -= 1 }
      return nodes(until: tag.name).map { [.section(path: path, inverted: tag.kind == "^", $0)] }
    case "{", "&": return [.value(path: path, escaped: false)]
    // Comments, partials and other delimiters put nothing out.
    case "!", ">", "=": return []
    default: return [.value(path: path, escaped: true)]
    }
  }

  /// What stands between the braces: the sign it begins with, and the name.
  private mutating func tag() -> (kind: Character, name: String)? {
    let kind = rest.first.flatMap { "#^/{&!>=".contains($0) ? $0 : nil }
    let close = kind == "{" ? "}}}" : "}}"
    guard let end = rest.firstRange(of: close) else { return nil }
    let name = rest[..<end.lowerBound].dropFirst(kind == nil ? 0 : 1)
    rest = rest[end.upperBound...]
    return (kind ?? " ", String(name).trimming(" "))
  }

  /// `a.b` is two steps, `.` is none.
  private static func path(_ name: String) -> [String] {
    name == "."
      ? [] : name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }
}
