/// A JSON value, as the practice clouds read and write it.
///
/// Objects keep the order of their keys, and numbers are doubles that print as JavaScript prints
/// them, because the real clouds do both.
package indirect enum JSONValue: Sendable, Equatable {
  case object(JSONObject)
  case array([JSONValue])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  /// The member of that name, if this is an object that has one.
  package subscript(_ name: String) -> JSONValue? { object?[name] }

  /// Nil for anything but an object.
  package var object: JSONObject? { if case .object(let object) = self { object } else { nil } }
  /// Nil for anything but an array.
  package var array: [JSONValue]? { if case .array(let array) = self { array } else { nil } }
  /// Nil for anything but a string: a number is not told as text.
  package var string: String? { if case .string(let string) = self { string } else { nil } }
  /// Nil for anything but a number: digits in a string are not read.
  package var number: Double? { if case .number(let number) = self { number } else { nil } }
  /// Nil for anything but `true` and `false`.
  package var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A string, so that replies can be written as literals.
  package init(stringLiteral value: String) { self = .string(value) }
  /// A number; JavaScript's have no other kind.
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// A number, printed as JavaScript prints it.
  package init(floatLiteral value: Double) { self = .number(value) }
  /// `true` or `false`.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  /// An array of these.
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// An object that keeps the order of the literal.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements.map { (name: $0.0, value: $0.1) }))
  }
}

extension JSONValue: Codable {
  /// Read from its own JSON text.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = JSONValue(parsing: Array(try container.decode(String.self).utf8)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not JSON text")
    }
    self = value
  }

  /// Written as a string that holds its JSON text: encoders would lose the order of the keys.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
