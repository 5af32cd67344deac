/// A list of which the members that cannot be read are left out.
package struct LossyList<Element: Decodable & Sendable>: Decodable, Sendable {
  /// Those that could be read, in their order.
  package let elements: [Element]

  private struct Attempt: Decodable {
    let element: Element?
    init(from decoder: any Decoder) throws { element = try? Element(from: decoder) }
  }

  package init(from decoder: any Decoder) throws {
    elements = try [Attempt](from: decoder).compactMap(\.element)
  }
}

extension KeyedDecodingContainer {
  /// A field that may be absent, null or of another type.
  package func lenient<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
    (try? decodeIfPresent(type, forKey: key)) ?? nil
  }

  /// Text, a number or a flag as text; nil when absent or of another type.
  package func text(_ key: Key) -> String? { lenient(LooseJSON.self, key)?.text }
  /// A flag, be it written as `true` or as `"true"`; nil when absent or of another type.
  package func flag(_ key: Key) -> Bool? { lenient(LooseJSON.self, key)?.flag }
  /// A whole number; nil when absent, or written as text.
  package func number(_ key: Key) -> Int? { lenient(Int.self, key) }
}
