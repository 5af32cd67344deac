/// Reads the text of a `WebhookTemplate`, as hogan.js 3.0.2 does.
struct WebhookTemplateReader {
  /// Sections inside sections; a template that goes deeper cannot be read.
  static let depthLimit = 32

  private enum Token {
    case text(String)
    case tag(kind: Character, name: String)
  }

  private var rest: Substring
  private var braces = (open: "{{", close: "}}")
  /// What was read, and where in it the line begins that is being read.
  private var tokens: [Token] = []
  private var lineStart = 0
  private var hasTag = false
  private var place = 0
  private var depth = 0

  init(_ text: String) {
    rest = text[...]
    readTokens()
  }

  /// All of it; nil when sections do not pair up.
  mutating func document() -> [WebhookTemplate.Node]? { nodes(until: nil) }

  // MARK: tokens

  private mutating func readTokens() {
    while !rest.isEmpty {
      let open = rest.firstRange(of: braces.open)
      let text = rest[..<(open?.lowerBound ?? rest.endIndex)]
      add(text)
      guard let open else { break }
      rest = rest[open.upperBound...]
      if !readTag() {
        // Braces that never close are text.
        add(braces.open + rest)
        break
      }
    }
    endLine()
  }

  private mutating func add(_ text: some StringProtocol) {
    var line = ""
    for letter in text.unicodeScalars {
      line.unicodeScalars.append(letter)
      guard letter == "\n" else { continue }
      tokens.append(.text(line))
      line = ""
      endLine()
    }
    if !line.isEmpty { tokens.append(.text(line)) }
  }

  /// A line on which tags stand that put nothing out, and besides them only blanks, is gone.
  private mutating func endLine() {
    let line = tokens[lineStart...]
    if hasTag, line.allSatisfy(WebhookTemplateReader.isSilent) {
      tokens[lineStart...].removeAll {
        if case .text = $0 { true } else { false }
      }
    }
    lineStart = tokens.count
    hasTag = false
  }

  private static func isSilent(_ token: Token) -> Bool {
    switch token {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .tag(let kind, _): "#^/!>=".contains(kind)
    }
  }

  /// The sign that a tag begins with, and its name. False if it never ends.
  private mutating func readTag() -> Bool {
    let kind = rest.first.flatMap { "#^/{&!>=".contains($0) ? $0 : nil }
    let sign = kind == "{" ? "}" : kind == "=" ? "=" : ""
    guard let end = rest.firstRange(of: sign + braces.close) else { return false }
    let inside = String(rest[..<end.lowerBound].dropFirst(kind == nil ? 0 : 1))
    rest = rest[end.upperBound...]
    hasTag = true
    let name = String(inside.trimming(" "))
    tokens.append(.tag(kind: kind ?? " ", name: name))
    if kind == "=" { changeBraces(name) }
    return true
  }

  private mutating func changeBraces(_ name: String) {
    let parts = name.split(separator: " ").map(String.init)
    guard let open = parts.first, let close = parts.last else { return }
    braces = (open, close)
  }

  // MARK: nodes

  /// - Parameter section: the name whose closing tag ends this run; nil for the whole text.
  private mutating func nodes(until section: String?) -> [WebhookTemplate.Node]? {
    var nodes: [WebhookTemplate.Node] = []
    while place < tokens.count {
      let token = tokens[place]
      place += 1
      switch token {
      case .text(let text): nodes.append(.text(text))
      case .tag("/", let name): return name == section ? nodes : nil
      case .tag(let kind, let name):
        guard let node = node(kind, name) else { return nil }
        nodes += node
      }
    }
    return section == nil ? nodes : nil
  }

  private mutating func node(_ kind: Character, _ name: String) -> [WebhookTemplate.Node]? {
    let path = WebhookTemplateReader.path(name)
    switch kind {
    case "#", "^":
      guard depth < WebhookTemplateReader.depthLimit else { return nil }
      depth += 1
      defer { depth -= 1 }
      return nodes(until: name).map { [.section(path: path, inverted: kind == "^", $0)] }
    case "{", "&": return [.value(path: path, escaped: false)]
    // Comments, partials and other braces put nothing out.
    case "!", ">", "=": return []
    default: return [.value(path: path, escaped: true)]
    }
  }

  /// `a.b` is two steps, `.` is none.
  private static func path(_ name: String) -> [String] {
    name == "."
      ? [] : name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }
}
