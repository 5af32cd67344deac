/// Base64 (RFC 4648 §4) without Foundation, so that this target needs no library.
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// - Parameter padded: whether `=` fills the last group.
  package static func encode(_ bytes: [UInt8], padded: Bool = true) -> String {
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = group.enumerated().reduce(UInt32(0)) {
        $0 | UInt32($1.element) << (16 - 8 * $1.offset)
      }
      for place in 0...group.count {
        out.append(alphabet[Int(word >> (18 - 6 * UInt32(place)) & 63)])
      }
      if padded { out += Array(repeating: UInt8(ascii: "="), count: 3 - group.count) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The bytes of text in either alphabet, with or without padding; nil for what is no base64.
  package static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    var (word, bits) = (UInt32(0), 0)
    for byte in text {
      if byte == UInt8(ascii: "=") { break }
      guard let value = values[Int(byte)] else { return nil }
      word = (word << 6 | UInt32(value)) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
      }
    }
    return out
  }

  private static let values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    values[Int(UInt8(ascii: "-"))] = 62
    values[Int(UInt8(ascii: "_"))] = 63
    return values
  }()
}
