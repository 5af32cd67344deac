import Core

/// The readings of bytes that may be a text in a text: with JSON's escapes, percent-encoding and
/// base64 taken off.
enum Spelling {
  /// Longer rows of readings than these are no longer what a cloud sends.
  static let depthLimit = 3
  static let readingLimit = 64
  /// A shorter run of base64 is a word.
  static let leastBase64 = 16

  /// The bytes themselves, and every reading of them.
  static func readings(of bytes: [UInt8]) -> [[UInt8]] {
    var all = [bytes]
    var seen: Set<[UInt8]> = [bytes]
    var fresh = [bytes]
    for _ in 0..<depthLimit {
      let next = fresh.flatMap(once).filter { !$0.isEmpty && seen.insert($0).inserted }
      all += next
      fresh = next
      if all.count > readingLimit { break }
    }
    return all
  }

  private static func once(_ bytes: [UInt8]) -> [[UInt8]] {
    var found: [[UInt8]] = []
    if bytes.contains(UInt8(ascii: "\\")) { found.append(unescaped(bytes)) }
    if bytes.contains(UInt8(ascii: "%")) { found.append(percentDecoded(bytes)) }
    return found + base64(in: bytes)
  }

  /// With `%XX` read; what is no such thing stays.
  static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%"), let value = hex(bytes, place + 1, 2) {
        out.append(UInt8(value))
        place += 3
      } else {
        out.append(bytes[place])
        place += 1
      }
    }
    return out
  }

  /// With JSON's escapes read, as far as they are any.
  static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count else {
        out.append(bytes[place])
        place += 1
        continue
      }
      let letter = bytes[place + 1]
      if letter == UInt8(ascii: "u"), let value = hex(bytes, place + 2, 4) {
        out += String(Unicode.Scalar(UInt32(value)) ?? "\u{FFFD}").utf8
        place += 6
      } else {
        out.append(letter == UInt8(ascii: "n") ? 0x0A : letter)
        place += 2
      }
    }
    return out
  }

  private static func base64(in bytes: [UInt8]) -> [[UInt8]] {
    base64Decoded(bytes).filter(isLikeText)
  }

  /// Each run of base64 decoded, from each of the four places where its first group may begin.
  private static func base64Decoded(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(whereSeparator: { !$0.isBase64 }).filter { $0.count >= leastBase64 }
      .flatMap { run in (0..<4).compactMap { Base64.decode(run.dropFirst($0)) } }
  }

  /// What runs of base64 and of hexadecimal digits in there may hold, be it like text or not.
  static func hidden(in bytes: [UInt8]) -> [[UInt8]] {
    let runs = bytes.split(whereSeparator: { $0.hexValue == nil }).filter {
      $0.count >= leastBase64
    }
    return base64Decoded(bytes)
      + runs.flatMap { run in (0..<2).map { hexDecoded(run.dropFirst($0)) } }
  }

  private static func hexDecoded(_ digits: ArraySlice<UInt8>) -> [UInt8] {
    let values = digits.compactMap(\.hexValue)
    return stride(from: 0, to: values.count - 1, by: 2).map {
      UInt8(values[$0] << 4 | values[$0 + 1])
    }
  }

  /// Whether most of it can be read, as what is decoded from a word cannot.
  private static func isLikeText(_ bytes: [UInt8]) -> Bool {
    bytes.count { (0x20..<0x7F).contains($0) || $0 == 0x0A } * 10 >= bytes.count * 9
  }

  static func hex(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int? {
    guard place + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[place..<(place + count)] {
      guard let digit = byte.hexValue else { return nil }
      value = value << 4 | digit
    }
    return value
  }
}
