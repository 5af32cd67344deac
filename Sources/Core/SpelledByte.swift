/// One character as a text spells it, and the ways to read it: `%2F`, `\/`, `\u002f`, `&#47;`.
package enum SpelledByte {
  /// What stands there, and where it ends.
  package struct Reading {
    /// What is meant, in UTF-8: several bytes for a character outside ASCII.
    package let bytes: [UInt8]
    /// The place after its last byte.
    package let end: Int
  }

  /// Whether the byte can be read in one way only.
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "+"): false
    default: true
    }
  }

  /// All readings of what begins there, the plain one first.
  static func readings(of bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> [Reading] {
    let plain = Reading(bytes: [bytes[place]], end: place + 1)
    switch bytes[place] {
    case UInt8(ascii: "+"): return [plain, Reading(bytes: [0x20], end: place + 1)]
    case UInt8(ascii: "&"): return [plain] + entity(bytes, place)
    case UInt8(ascii: "\\"): return [plain] + escape(bytes, place)
    case UInt8(ascii: "%"):
      let decoded = percent(bytes, place)
      let isEscape = decoded.contains { $0.bytes == [UInt8(ascii: "\\")] }
      return [plain] + decoded + (isEscape ? escape(bytes, place) : [])
    default: return [plain]
    }
  }

  /// The byte that stands there, without its percent-encoding.
  private static func bare(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> (byte: UInt8, end: Int)? {
    guard place < bytes.count else { return nil }
    guard bytes[place] == UInt8(ascii: "%"),
      let decoded = percent(bytes, place).first(where: { $0.bytes == [UInt8(ascii: "\\")] })
        ?? percent(bytes, place).first
    else {
      return (bytes[place], place + 1)
    }
    return (decoded.bytes[0], decoded.end)
  }

  /// `%2F`, and `%252F` where it was encoded twice.
  private static func percent(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> [Reading] {
    var starts = [place + 1]
    while let start = starts.last, bytes.hex(start, 2) == 0x25, bytes.hex(start + 2, 2) != nil {
      starts.append(start + 2)
    }
    return starts.reversed().compactMap { start in
      bytes.hex(start, 2).map { Reading(bytes: [UInt8($0)], end: start + 2) }
    }
  }

  /// JSON's escapes; a text in a text in a text has a longer row of backslashes, and in an address
  /// all of it is percent-encoded once more.
  private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> [Reading] {
    var ends = [place]
    while let next = bare(bytes, ends[ends.count - 1]), next.byte == UInt8(ascii: "\\") {
      ends.append(next.end)
    }
    var found = [2, 4, 8].filter { $0 < ends.count }
      .map { Reading(bytes: [UInt8(ascii: "\\")], end: ends[$0]) }
    guard let letter = bare(bytes, ends[ends.count - 1]) else { return found }
    if letter.byte == UInt8(ascii: "u"), let reading = unicode(bytes, letter.end) {
      found.append(reading)
    } else if let byte = SpelledByte.escaped[letter.byte] {
      found.append(Reading(bytes: [byte], end: letter.end))
    }
    return found
  }

  private static let escaped: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "/"): UInt8(ascii: "/"),
    UInt8(ascii: "'"): UInt8(ascii: "'"), UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12,
    UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
  ]

  /// The four digits after `\u`, and the second half of a pair.
  private static func unicode(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Reading? {
    guard let first = digits(bytes, place) else { return nil }
    if let scalar = Unicode.Scalar(first.value) {
      return Reading(bytes: Array(String(scalar).utf8), end: first.end)
    }
    var next = first.end
    while let slash = bare(bytes, next), slash.byte == UInt8(ascii: "\\") { next = slash.end }
    guard next > first.end, let letter = bare(bytes, next), letter.byte == UInt8(ascii: "u"),
      let second = digits(bytes, letter.end), (0xD800..<0xDC00).contains(first.value),
      (0xDC00..<0xE000).contains(second.value),
      let scalar = Unicode.Scalar(
        0x10000 + (first.value - 0xD800) << 10 + (second.value - 0xDC00))
    else { return nil }
    return Reading(bytes: Array(String(scalar).utf8), end: second.end)
  }

  private static func digits(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> (value: UInt32, end: Int)? {
    var (value, end) = (UInt32(0), place)
    for _ in 0..<4 {
      guard let digit = bare(bytes, end),
        let number = Character(Unicode.Scalar(digit.byte)).hexDigitValue
      else { return nil }
      (value, end) = (value << 4 | UInt32(number), digit.end)
    }
    return (value, end)
  }

  /// `&amp;`, `&#38;`, `&#x26;`.
  private static func entity(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> [Reading] {
    let rest = bytes[(place + 1)...].prefix(10)
    guard let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) else { return [] }
    let name = String(decoding: rest[..<semicolon], as: UTF8.self)
    let number =
      name.hasPrefix("#x") || name.hasPrefix("#X")
      ? UInt32(name.dropFirst(2), radix: 16)
      : name.hasPrefix("#") ? UInt32(name.dropFirst()) : SpelledByte.entities[name]
    guard let scalar = number.flatMap(Unicode.Scalar.init) else { return [] }
    return [Reading(bytes: Array(String(scalar).utf8), end: semicolon + 1)]
  }

  private static let entities: [String: UInt32] = [
    "amp": 38, "lt": 60, "gt": 62, "quot": 34, "apos": 39,
  ]
}

extension UnsafeBufferPointer<UInt8> {
  /// The value of so many hexadecimal digits.
  fileprivate func hex(_ place: Int, _ count: Int) -> Int? {
    guard place + count <= self.count else { return nil }
    var value = 0
    for byte in self[place..<(place + count)] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | Int(byte - 48)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | Int(byte - 87)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | Int(byte - 55)
      default: return nil
      }
    }
    return value
  }
}
