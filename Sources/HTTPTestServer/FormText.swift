/// `application/x-www-form-urlencoded`, and percent-encoding in general.
package enum FormText {
  /// `a=1&b&c=` as pairs: 1, no value, empty value.
  package static func pairs(_ text: String) -> [(name: String, value: String?)] {
    text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : nil)
    }
  }

  /// - Parameter plusIsSpace: so in queries and forms, not in paths.
  package static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = true) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
      return String(text)
    }
    var out: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = hexPair(rest.prefix(2)) {
        out.append(value)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte == UInt8(ascii: "+") && plusIsSpace ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Two hexadecimal digits as a byte; a `%` without them stands for itself.
  private static func hexPair(_ digits: some Collection<UInt8>) -> UInt8? {
    guard digits.count == 2 else { return nil }
    return digits.reduce(UInt8?.some(0)) { value, byte in
      guard let value, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      return value << 4 | UInt8(digit)
    }
  }
}

extension JSONValue {
  /// A scalar as text, as JavaScript's `String()` gives it; nil for null, objects and arrays.
  package var plain: String? {
    switch self {
    case .string(let string): string
    case .number(let number): JSONValue.script(number)
    case .bool(let bool): bool ? "true" : "false"
    case .null, .object, .array: nil
    }
  }
}

extension String {
  /// Without the given character at either end.
  package func trimming(_ character: Character) -> String {
    var text = self[...]
    while text.first == character { text.removeFirst() }
    while text.last == character { text.removeLast() }
    return String(text)
  }
}
