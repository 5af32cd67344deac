import Foundation

/// Values as one line of JSON, keys in alphabetical order.
package enum JSONText {
  /// The value, without a line feed at its end; dates in ISO 8601.
  package static func line(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    // Only values made here are given to it, and none of them can fail to encode.
    guard let bytes = try? encoder.encode(value) else { return "null" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
