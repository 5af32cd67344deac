/// A reading of a sketch's text that knows comments, strings, preprocessor lines and braces, and no
/// more of C++ than that.
struct WiringScan {
  /// The text with comments, texts in quotes and preprocessor lines blanked, of the same length.
  let code: [UInt8]
  /// The preprocessor lines: where each begins and ends, the line's end not counted.
  let directives: [Range<Int>]
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var blanker = WiringBlanker(bytes)
    blanker.run()
    code = blanker.code
    directives = blanker.directives
  }

  /// Whether the person asked for none of this.
  var isLeftAlone: Bool {
    directives.contains { range in
      let words = words(of: range)
      return words.count >= 2 && words[0] == "#pragma"
        && ["PARTICLE_NO_PREPROCESSOR", "SPARK_NO_PREPROCESSOR"].contains(words[1])
    }
  }

  /// Whether `Particle.h` is included, under any of its names.
  var includesParticle: Bool { includeOfParticle != nil }

  /// Before the first statement, but behind the include of `Particle.h`.
  var placeOfDeclarations: Int {
    var place = 0
    for range in directives {
      guard isBlank(place..<range.lowerBound), words(of: range).first == "#include" else { break }
      place = range.upperBound
    }
    return max(place, includeOfParticle?.upperBound ?? 0)
  }

  /// The heads of functions that have a body and may need a declaration. As with Particle's own
  /// preprocessing, one that names a type of this very file gets none.
  var missingDeclarations: [String] {
    let own = ownTypes
    var found: [String] = []
    for head in functionHeads {
      let words = WiringScan.words(head)
      guard own.isDisjoint(with: words), !found.contains(head) else { continue }
      found.append(head)
    }
    return found
  }

  private var includeOfParticle: Range<Int>? {
    let names = ["Particle.h", "application.h", "Arduino.h"]
    return directives.first { range in
      let words = words(of: range)
      guard words.count >= 2, words[0] == "#include" else { return false }
      return names.contains(words[1].trimming(["\"", "<", ">"]))
    }
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    // Strings are blanked too, but nothing but comments can come before an include.
    code[range].allSatisfy(WiringScan.isSpace)
  }

  private func words(of range: Range<Int>) -> [String] {
    let line = String(decoding: bytes[range], as: UTF8.self)
    let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
    // `# include` is an include as well.
    guard words.first == "#", words.count > 1 else { return words }
    return ["#" + words[1]] + words.dropFirst(2)
  }
}

extension String {
  fileprivate func trimming(_ letters: Set<Character>) -> String {
    String(drop { letters.contains($0) }.reversed().drop { letters.contains($0) }.reversed())
  }
}
