import HTTP

extension JSONValue {
  /// - Parameter parsing: UTF-8; nil when it is not JSON.
  package init?(parsing bytes: [UInt8]) {
    guard let node = try? JSONReader.read(bytes) else { return nil }
    self.init(node)
  }

  /// - Parameter parsing: text; nil when it is not JSON.
  package init?(parsing text: String) { self.init(parsing: Array(text.utf8)) }

  private init(_ node: JSONNode) {
    switch node {
    case .null: self = .null
    case .flag(let flag): self = .bool(flag)
    case .number(let digits): self = .number(Double(digits) ?? .nan)
    case .string(let text): self = .string(text)
    case .list(let nodes): self = .array(nodes.map(JSONValue.init))
    case .object(let members):
      self = .object(JSONObject(members.map { ($0.name, JSONValue($0.value)) }))
    }
  }
}
