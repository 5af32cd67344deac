/// An English phrase with places, such as `I cannot reach {1}.`, to be found again in a text.
///
/// `{1}` takes any text, `{n}` a number. Bytes are compared, as all of it is UTF-8.
package struct PhrasePattern: Sendable, Hashable {
  /// What stands around the places; one more than there are places.
  let texts: [[UInt8]]
  /// The number of each place, in order; 0 is `{n}`.
  package let places: [Int]

  /// Below so many letters of its own a pattern says little, and takes single words only.
  private static let leastLetters = 4

  /// Reads a phrase as the wording files have it; a brace that is no place stands for itself.
  package init(_ written: String) {
    var texts: [[UInt8]] = [[]]
    var places: [Int] = []
    var rest = Array(written.utf8)[...]
    while let byte = rest.first {
      if let (number, length) = PhrasePattern.place(rest) {
        texts.append([])
        places.append(number)
        rest = rest.dropFirst(length)
      } else {
        texts[texts.count - 1].append(byte)
        rest = rest.dropFirst()
      }
    }
    self.texts = texts
    self.places = places
    weight = texts.reduce(0) { $0 + $1.count }
    isThin = texts.reduce(0) { $0 + $1.count(where: \.isLetter) } < PhrasePattern.leastLetters
  }

  /// How much of a text the pattern itself says, in bytes.
  let weight: Int
  /// Whether it says so little that a place takes a single word only.
  private let isThin: Bool

  /// Whether it is looked for before the other: the one that says more, and else by the alphabet.
  func precedes(_ other: PhrasePattern) -> Bool {
    if weight != other.weight { return weight > other.weight }
    return texts.joined(separator: [0]).lexicographicallyPrecedes(
      other.texts.joined(separator: [0]))
  }

  /// What stands in the places of a text that reads so, by number; nil for any other text.
  func arguments(in text: ArraySlice<UInt8>) -> [Int: ArraySlice<UInt8>]? {
    // Most patterns part company with a text at one of its ends.
    guard text.count >= weight, text.starts(with: texts[0]), text.ends(in: texts[places.count])
    else { return nil }
    var found: [Int: ArraySlice<UInt8>] = [:]
    var rest = text.dropFirst(texts[0].count)
    for (place, after) in zip(places.indices, texts.dropFirst()) {
      let isLast = place == places.count - 1
      guard rest.count >= after.count,
        let end = isLast ? rest.endIndex - after.count : rest.start(of: after),
        takes(rest[..<end], at: place)
      else { return nil }
      found[places[place]] = rest[..<end]
      rest = rest[(end + after.count)...]
    }
    return rest.isEmpty ? found : nil
  }

  /// The text with these in its places.
  func filled(_ arguments: [Int: [UInt8]]) -> [UInt8] {
    zip(places, texts.dropFirst()).reduce(texts[0]) { filled, part in
      filled + (arguments[part.0] ?? []) + part.1
    }
  }

  private func takes(_ argument: ArraySlice<UInt8>, at place: Int) -> Bool {
    if places[place] == 0 {
      return !argument.isEmpty && argument.allSatisfy { (48...57).contains($0) }
    }
    return !isThin || !argument.holdsWords
  }

  /// The place at the start of what is left: its number and its length.
  private static func place(_ rest: ArraySlice<UInt8>) -> (number: Int, length: Int)? {
    let bytes = Array(rest.prefix(3))
    guard bytes.count == 3, bytes[0] == UInt8(ascii: "{"), bytes[2] == UInt8(ascii: "}") else {
      return nil
    }
    if bytes[1] == UInt8(ascii: "n") { return (0, 3) }
    return (49...57).contains(bytes[1]) ? (Int(bytes[1]) - 48, 3) : nil
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
}

extension ArraySlice<UInt8> {
  /// Where the other begins for the first time.
  func start(of other: [UInt8]) -> Int? {
    guard let first = other.first else { return startIndex }
    guard count >= other.count else { return nil }
    var place = startIndex
    while let next = self[place...(endIndex - other.count)].firstIndex(of: first) {
      if self[next...].starts(with: other) { return next }
      place = next + 1
      if place > endIndex - other.count { break }
    }
    return nil
  }

  fileprivate func ends(in other: [UInt8]) -> Bool {
    other.isEmpty || last == other.last && suffix(other.count).elementsEqual(other)
  }

  /// Whether a blank is followed by a word of three letters or more.
  fileprivate var holdsWords: Bool {
    var letters: Int?
    for byte in self {
      if byte == UInt8(ascii: " ") {
        letters = 0
      } else if let run = letters {
        letters = byte.isLetter ? run + 1 : nil
        if letters == 3 { return true }
      }
    }
    return false
  }
}
