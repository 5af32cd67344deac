/// Finds secrets in bytes, however they are spelt there: raw, percent-encoded, escaped as JSON or
/// by numbers, any of these mixed and one inside the other, in base64 and in hexadecimal.
///
/// The one place that knows the disguises of a secret: what is shown and what is recorded are both
/// cleaned by it.
package struct SecretSearch: Sendable {
  /// A shorter value would match ordinary words, so it is found only where it stands by itself.
  package static let freeLength = 8
  /// A value that is shorter yet is not looked for.
  package static let leastLength = 4

  private struct PhrasePattern: Sendable {
    let bytes: [UInt8]
    let name: Int
    var standsAlone = false
    /// In the middle of other base64, where the characters beside it hold some of its bits.
    var isInner = false
    /// Its letters are small, and found in capitals too: a server may echo them so.
    var folds = false
  }

  private var names: [String] = []
  private var patterns: [PhrasePattern] = []
  /// Patterns by their first byte, the longest first.
  private var buckets: [[Int]] = Array(repeating: [], count: 256)

  /// A search that finds nothing, until values are added.
  package init() {}

  /// Whether there is nothing to look for.
  package var isEmpty: Bool { patterns.isEmpty }

  /// Looks for a value from now on; it is replaced by the name.
  package mutating func add(_ value: String, name: String) {
    let bytes = Array(value.utf8)
    guard bytes.count >= SecretSearch.leastLength else { return }
    names.append(name)
    let place = names.count - 1
    let isShort = bytes.count < SecretSearch.freeLength
    insert(
      isShort
        ? PhrasePattern(bytes: bytes, name: place, standsAlone: true)
        : PhrasePattern(bytes: bytes.map(\.folded), name: place, folds: true))
    if isShort { return }
    for (form, isInner) in SecretSearch.codes(of: bytes) {
      insert(PhrasePattern(bytes: form, name: place, isInner: isInner))
    }
  }

  /// Calls by another name what had that one.
  package mutating func rename(_ old: String, to new: String) {
    for place in names.indices where names[place] == old { names[place] = new }
  }

  private mutating func insert(_ pattern: PhrasePattern) {
    patterns.append(pattern)
    let first = pattern.bytes[0]
    for byte in pattern.folds ? Set([first, first.capital]) : [first] {
      let shorter = buckets[Int(byte)].firstIndex {
        patterns[$0].bytes.count < pattern.bytes.count
      }
      buckets[Int(byte)].insert(
        patterns.count - 1, at: shorter ?? buckets[Int(byte)].endIndex)
    }
  }

  /// Base64 in both alphabets, alone and in the middle of other bytes, and hexadecimal.
  private static func codes(of bytes: [UInt8]) -> [([UInt8], Bool)] {
    var forms: [String: Bool] = [Base64.encode(bytes, padded: false): false]
    for before in 0..<3 {
      let shifted = Array(repeating: UInt8(0), count: before) + bytes
      let whole = Base64.encode(Array(shifted.prefix(shifted.count / 3 * 3)))
      let inner = String(whole.dropFirst(before == 0 ? 0 : 4))
      if forms[inner] == nil { forms[inner] = true }
    }
    for (form, isInner) in forms where form.contains("+") || form.contains("/") {
      let other = form.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
      forms[String(other)] = isInner
    }
    let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    forms[hex] = false
    forms[hex.uppercased()] = false
    return forms.map { (Array($0.key.utf8), $0.value) }
  }

  /// The text with each secret replaced by its name.
  package func replacing(in text: String) -> String {
    if isEmpty { return text }
    return String(decoding: replacing(in: Array(text.utf8)), as: UTF8.self)
  }

  /// The bytes with each secret replaced by its name.
  package func replacing(in bytes: [UInt8]) -> [UInt8] {
    if isEmpty { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        guard let (pattern, end) = match(bytes, at: place) else {
          out.append(bytes[place])
          place += 1
          continue
        }
        if pattern.isInner { out.removeBase64Tail() }
        out += Array(names[pattern.name].utf8)
        place = pattern.isInner ? bytes.base64End(after: end) : end
      }
    }
    return out
  }

  /// The name of the first secret in there.
  package func first(in bytes: [UInt8]) -> String? {
    if isEmpty { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      for place in bytes.indices {
        if let (pattern, _) = match(bytes, at: place) { return names[pattern.name] }
      }
      return nil
    }
  }

  // MARK: matching

  private func match(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (
    PhrasePattern, end: Int
  )? {
    if SpelledByte.isPlain(bytes[place]) { return match(bytes, at: place, from: bytes[place]) }
    return SpelledByte.readings(of: bytes, at: place)
      .compactMap { $0.bytes.first.flatMap { match(bytes, at: place, from: $0) } }
      .max { $0.0.bytes.count < $1.0.bytes.count }
  }

  /// The longest pattern of that first byte which is spelt there.
  private func match(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, from first: UInt8
  ) -> (PhrasePattern, end: Int)? {
    for index in buckets[Int(first)] {
      let pattern = patterns[index]
      guard let end = SecretSearch.end(of: pattern, at: 0, bytes, place) else { continue }
      if pattern.standsAlone, !bytes.standsAlone(place..<end) { continue }
      return (pattern, end)
    }
    return nil
  }

  /// Where the pattern ends that begins there, if one does.
  private static func end(
    of pattern: PhrasePattern, at start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> Int? {
    var (start, place) = (start, place)
    while start < pattern.bytes.count {
      guard place < bytes.count else { return nil }
      if SpelledByte.isPlain(bytes[place]) {
        let byte = pattern.folds ? bytes[place].folded : bytes[place]
        guard byte == pattern.bytes[start] else { return nil }
        (start, place) = (start + 1, place + 1)
        continue
      }
      for reading in SpelledByte.readings(of: bytes, at: place)
      where pattern.bytes[start...].starts(
        with: pattern.folds ? reading.bytes.map(\.folded) : reading.bytes)
      {
        let next = end(of: pattern, at: start + reading.bytes.count, bytes, reading.end)
        if let next { return next }
      }
      return nil
    }
    return place
  }
}

extension [UInt8] {
  /// Takes back what a group of base64 before a match holds.
  fileprivate mutating func removeBase64Tail() {
    for _ in 0..<4 {
      guard let last, last.isBase64 else { return }
      removeLast()
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// After the rest of a group of base64.
  fileprivate func base64End(after end: Int) -> Int {
    var end = end
    for _ in 0..<3 where end < count && self[end].isBase64 { end += 1 }
    return end
  }

  fileprivate func standsAlone(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound == 0 || !self[range.lowerBound - 1].isWordByte
    return before && (range.upperBound == count || !self[range.upperBound].isWordByte)
  }
}

extension UInt8 {
  /// A capital of ASCII as its small letter.
  fileprivate var folded: UInt8 { (65...90).contains(self) ? self | 0x20 : self }
  /// A small letter of ASCII as its capital.
  fileprivate var capital: UInt8 { (97...122).contains(self) ? self & 0xDF : self }

  /// ASCII letters and digits.
  package var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// A character of either base64 alphabet.
  package var isBase64: Bool { isWordByte || "+/-_".utf8.contains(self) }
}
