import HTTP

/// Values under private names that are too short to be looked for everywhere: they are veiled where
/// they stand, in JSON and in pairs.
enum PrivateLeaves {
  static func veiled(_ bytes: [UInt8]) -> [UInt8] {
    let first = bytes.first { $0 > 0x20 }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      let node = try? JSONReader.read(bytes)
    else { return bytes }
    let clean = veiled(node, key: nil)
    return clean == node ? bytes : Array(clean.line.utf8)
  }

  private static func veiled(_ node: JSONNode, key: String?) -> JSONNode {
    switch node {
    case .null, .flag: return node
    case .number(let digits):
      return key.flatMap { veil(digits, $0) } ?? node
    case .string(let text):
      if let veil = key.flatMap({ veil(text, $0) }) { return veil }
      guard text.first == "{" || text.first == "[" else { return node }
      return .string(String(decoding: veiled(Array(text.utf8)), as: UTF8.self))
    case .list(let nodes): return .list(nodes.map { veiled($0, key: key) })
    case .object(let members):
      return .object(members.map { .init($0.name, veiled($0.value, key: $0.name)) })
    }
  }

  private static func veil(_ value: String, _ key: String) -> JSONNode? {
    guard let kind = PrivateKeys.kind(of: key), PrivateKeys.isWorthHiding(value, kind: kind) else {
      return nil
    }
    return .string("‹\(kind)›")
  }
}
