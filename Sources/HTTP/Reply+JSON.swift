import Core

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Reply {
  /// The body as a value; throws a `DecodingError`, which is not fit to be shown, when it has
  /// another shape.
  package func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
    try Reply.json(type, from: body)
  }

  /// A value read from JSON that came otherwise than as a body.
  package static func json<Value: Decodable>(
    _ type: Value.Type = Value.self, from bytes: [UInt8]
  ) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}

extension Body {
  /// A value as JSON with its keys sorted, so that the same request is always the same bytes.
  ///
  /// - Parameter value: made of texts, flags and finite numbers; anything else becomes `{}`.
  package static func json(writing value: some Encodable) -> Body {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
    return .json(MaskedText(text ?? "{}"))
  }
}
