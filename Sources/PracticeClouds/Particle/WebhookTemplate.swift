import HTTPTestServer

/// A Mustache template as Particle's hooks fill it (particle:template-rules).
///
/// The rules are hogan.js's, which differ from Mustache's elsewhere: an index is a key (`c.0.d`),
/// numbers print as JavaScript prints them, a list has a `length`, and nothing that is missing is
/// an error.
struct WebhookTemplate: Sendable, Equatable {
  indirect enum Node: Sendable, Equatable {
    case text(String)
    case value(path: [String], escaped: Bool)
    case section(path: [String], inverted: Bool, [Node])
  }

  let nodes: [Node]

  /// A template that cannot be read, for a section that never ends or ends twice, is its own text:
  /// what the real cloud does with it is not documented.
  init(_ text: String) {
    var reader = WebhookTemplateReader(text)
    nodes = reader.document() ?? [.text(text)]
  }

  /// - Parameter contexts: where names are looked up, the last one first.
  func filled(_ contexts: [JSONValue]) -> String { WebhookTemplate.filled(nodes, contexts) }

  private static func filled(_ nodes: [Node], _ contexts: [JSONValue]) -> String {
    nodes.map { node in
      switch node {
      case .text(let text): text
      case .value(let path, let escaped): print(find(path, contexts), escaped: escaped)
      case .section(let path, let inverted, let inner):
        section(find(path, contexts), inverted: inverted, inner, contexts)
      }
    }.joined()
  }

  private static func section(
    _ value: JSONValue?, inverted: Bool, _ inner: [Node], _ contexts: [JSONValue]
  ) -> String {
    let holds = isTruthy(value)
    if inverted || !holds { return inverted && !holds ? filled(inner, contexts) : "" }
    switch value {
    case .array(let items)?:
      return items.map { filled(inner, contexts + [.array(items), $0]) }.joined()
    case .object(let object)?: return filled(inner, contexts + [.object(object)])
    default: return filled(inner, contexts + contexts.suffix(1))
    }
  }

  /// As JavaScript's conditions have it, but that an empty list counts as nothing.
  private static func isTruthy(_ value: JSONValue?) -> Bool {
    switch value {
    case nil, .null?, .bool(false)?: false
    case .number(let number)?: number != 0 && !number.isNaN
    case .string(let string)?: !string.isEmpty
    case .array(let items)?: !items.isEmpty
    default: true
    }
  }

  /// The first part of a path is looked for in all contexts, the rest only inside what it found.
  private static func find(_ path: [String], _ contexts: [JSONValue]) -> JSONValue? {
    guard let first = path.first else { return element(contexts) }
    let found = contexts.reversed().lazy.compactMap { member(first, of: $0) }.first
    return path.dropFirst().reduce(found) { value, name in value.flatMap { member(name, of: $0) } }
  }

  /// What `.` stands for: an element of a list, right inside the section that goes over it.
  private static func element(_ contexts: [JSONValue]) -> JSONValue? {
    guard case .array? = contexts.dropLast().last else { return nil }
    return contexts.last
  }

  private static func member(_ name: String, of value: JSONValue) -> JSONValue? {
    guard case .array(let items) = value else { return value[name] }
    if name == "length" { return .number(Double(items.count)) }
    guard let index = Int(name), items.indices.contains(index) else { return nil }
    return items[index]
  }

  private static func print(_ value: JSONValue?, escaped: Bool) -> String {
    let text = script(value)
    return escaped ? WebhookTemplate.escaped(text) : text
  }

  /// As JavaScript's `String()`; what the real cloud prints for an object is not documented.
  private static func script(_ value: JSONValue?) -> String {
    switch value {
    case .array(let items)?: items.map { script($0) }.joined(separator: ",")
    case .object?: "[object Object]"
    default: value?.plain ?? ""
    }
  }

  /// hogan.js's spellings; Particle's own are not documented.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
