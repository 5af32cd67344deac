import HTTP

/// Values that stand under a private name, in whatever way a text holds names and values.
enum PrivateFields {
  struct Find: Equatable {
    let value: String
    let kind: String
  }

  /// All of them: in JSON, in JSON in a text of JSON, in a form, in a query, in an event.
  static func find(in bytes: [UInt8], depth: Int = 0) -> [Find] {
    guard depth < Spelling.depthLimit, bytes.count > 4 else { return [] }
    if let node = json(bytes) { return find(in: node, key: nil, depth: depth) }
    var finds = pairs(in: bytes)
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.starts(with: "data:".utf8) {
      finds += find(in: Array(line.dropFirst(5)), depth: depth + 1)
    }
    if bytes.contains(UInt8(ascii: "\\")) {
      finds += find(in: Spelling.unescaped(bytes), depth: depth + 1)
    }
    return finds
  }

  private static func json(_ bytes: [UInt8]) -> JSONNode? {
    let first = bytes.first { $0 > 0x20 }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"")
    else { return nil }
    return try? JSONReader.read(bytes)
  }

  private static func find(in node: JSONNode, key: String?, depth: Int) -> [Find] {
    switch node {
    case .null, .flag: return []
    case .number(let digits): return found(digits, under: key)
    case .string(let text):
      let finds = found(text, under: key)
      return finds + find(in: Array(text.utf8), depth: depth + 1)
    case .list(let nodes): return nodes.flatMap { find(in: $0, key: key, depth: depth) }
    case .object(let members):
      return members.flatMap { find(in: $0.value, key: $0.name, depth: depth) }
    }
  }

  private static func found(_ value: String, under key: String?) -> [Find] {
    guard let kind = key.flatMap(PrivateKeys.kind), PrivateKeys.isWorthHiding(value, kind: kind)
    else { return [] }
    return [Find(value: value, kind: kind)]
  }

  /// `name=value` and `"name": "value"` in any text: queries, forms, errors that repeat them.
  private static func pairs(in bytes: [UInt8]) -> [Find] {
    var finds: [Find] = []
    for place in bytes.indices
    where bytes[place] == UInt8(ascii: "=") || bytes[place] == UInt8(ascii: ":") {
      let before = bytes[..<place].reversed().drop { "\"' ".utf8.contains($0) }
        .prefix { $0.isWordByte || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
      guard !before.isEmpty, before.count <= 32,
        let kind = PrivateKeys.kind(of: String(decoding: before.reversed(), as: UTF8.self))
      else { continue }
      let value = bytes[(place + 1)...].drop { "\"' ".utf8.contains($0) }
        .prefix { !"&\"'<>,;{}()[]#".utf8.contains($0) && $0 > 0x20 }
      let text = String(
        decoding: Spelling.percentDecoded(
          value.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }), as: UTF8.self)
      if PrivateKeys.isWorthHiding(text, kind: kind) { finds.append(Find(value: text, kind: kind)) }
    }
    return finds
  }
}
