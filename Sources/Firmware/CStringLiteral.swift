/// Text between the quotes of a C++ string.
enum CStringLiteral {
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// Quotes, backslashes and control characters escaped, the last as three octal digits, which a
  /// digit that follows cannot lengthen.
  static func escape(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case UInt32(quote), UInt32(backslash):
        out += "\\"
        out.unicodeScalars.append(scalar)
      case 0..<32, 127:
        let octal = String(scalar.value, radix: 8)
        out += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
      default:
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// What stands before the closing quote, which stays in `rest`. Nil if there is none on this
  /// line, or an escape that `escape` does not write.
  static func unescape(from rest: inout ArraySlice<UInt8>) -> String? {
    var bytes: [UInt8] = []
    while let byte = rest.first {
      switch byte {
      case quote: return String(validating: bytes, as: UTF8.self)
      case 0..<32: return nil
      case backslash:
        guard let (escaped, length) = escaped(in: rest.dropFirst()) else { return nil }
        bytes.append(escaped)
        rest = rest.dropFirst(1 + length)
      default:
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return nil
  }

  private static func escaped(in rest: ArraySlice<UInt8>) -> (byte: UInt8, length: Int)? {
    guard let first = rest.first else { return nil }
    if first == quote || first == backslash { return (first, 1) }
    let digits = rest.prefix(3)
    guard digits.count == 3, digits.allSatisfy({ (48...55).contains($0) }) else { return nil }
    guard let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 8) else { return nil }
    return byte < 128 ? (byte, 3) : nil
  }
}
