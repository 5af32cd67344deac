/// A list of which the members that cannot be read are left out.
struct Tolerant<Element: Decodable & Sendable>: Decodable, Sendable {
  let elements: [Element]

  private struct Attempt: Decodable {
    let element: Element?
    init(from decoder: any Decoder) throws { element = try? Element(from: decoder) }
  }

  init(from decoder: any Decoder) throws {
    elements = try [Attempt](from: decoder).compactMap(\.element)
  }
}

extension KeyedDecodingContainer {
  /// A field that may be absent, null or of another type.
  func lenient<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
    (try? decodeIfPresent(type, forKey: key)) ?? nil
  }

  func text(_ key: Key) -> String? { lenient(JSONValue.self, key)?.text }
  func flag(_ key: Key) -> Bool? { lenient(JSONValue.self, key)?.flag }
  func number(_ key: Key) -> Int? { lenient(Int.self, key) }
}
