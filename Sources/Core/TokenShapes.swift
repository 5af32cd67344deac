/// Tokens that nobody told us of, known by where they stand and how they look: a cloud's text may
/// hold a stranger's.
///
/// Device ids (24 hexadecimal digits), template ids and UUIDs are no secrets and stay readable.
package enum TokenShapes {
  /// The text with each such token as `‹token›`, `‹password›` or `‹cookie›`.
  package static func veiled(_ text: String) -> String {
    guard text.utf8.count >= 8 else { return text }
    let bytes = Array(text.utf8)
    let finds = all(in: bytes)
    return finds.isEmpty ? text : replacing(finds, in: bytes)
  }

  /// Each such token and its kind, in the order in which they are looked for.
  package static func values(in bytes: [UInt8]) -> [(value: String, kind: String)] {
    all(in: bytes).map { (String(decoding: bytes[$0.range], as: UTF8.self), $0.name) }
  }

  private static func all(in bytes: [UInt8]) -> [Find] {
    bytes.withUnsafeBufferPointer { bytes -> [Find] in
      var finds = words(bytes)
      guard bytes.contains(where: { $0 == colon || $0 == equals || $0 == percent || $0 == blank })
      else { return finds }
      finds += logins(bytes) + userInfo(bytes) + TokenFields.find(in: bytes)
      return finds
    }
  }

  struct Find {
    let range: Range<Int>
    let name: String
  }

  static let colon = UInt8(ascii: ":")
  static let equals = UInt8(ascii: "=")
  static let percent = UInt8(ascii: "%")
  private static let blank = UInt8(ascii: " ")
  private static let opening = Array("‹".utf8)

  private static func replacing(_ finds: [Find], in bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    var place = 0
    for find in finds.sorted(by: {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    })
    where find.range.lowerBound >= place {
      out += bytes[place..<find.range.lowerBound]
      out += "‹\(find.name)›".utf8
      place = find.range.upperBound
    }
    return String(decoding: out + bytes[place...], as: UTF8.self)
  }

  // MARK: words

  private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [Find] {
    var finds: [Find] = []
    var place = 0
    while place < bytes.count {
      guard bytes[place].isTokenByte else {
        place += 1
        continue
      }
      var start = place
      while place < bytes.count, bytes[place].isTokenByte { place += 1 }
      // `%3Dabc…`: two digits of the run belong to the percent sign before it.
      if start > 0, bytes[start - 1] == percent, place - start > 2 { start += 2 }
      guard place - start >= leastCount else { continue }
      if let end = webToken(bytes, start..<place) {
        finds.append(Find(range: start..<end, name: "token"))
        place = end
      } else {
        finds += tokens(bytes, start..<place)
      }
    }
    return finds
  }

  /// A shorter run is a name, or a token only where a field says so.
  private static let leastCount = 20
  /// Particle's access token has 40 hexadecimal digits; one that was cut a little is one too.
  private static let leastHash = 38
  /// So many letters in a row are no word of any name.
  private static let longestWord = 20

  private static func tokens(
    _ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>
  ) -> [Find] {
    let word = bytes[run]
    if prefixes.contains(where: { word.starts(with: $0) }) || run.count == 32 && looksDrawn(word) {
      return [Find(range: run, name: "token")]
    }
    var finds: [Find] = []
    for piece in word.split(whereSeparator: { !$0.isWordByte }) {
      for hash in piece.split(whereSeparator: { !$0.isHexDigit })
      where hash.count >= leastHash && Set(hash).count > 2 {
        finds.append(Find(range: hash.startIndex..<hash.endIndex, name: "token"))
      }
      // A part of an address is a token sooner than a word is.
      let isPart = piece.startIndex > 0 && "/=".utf8.contains(bytes[piece.startIndex - 1])
      let isLong =
        piece.count >= 28 && !piece.allSatisfy(\.isHexDigit)
        && (piece.kinds == 3 || piece.longestWord > longestWord)
        || isPart && piece.count >= leastCount && piece.kinds == 3 && piece.turns * 3 > piece.count
      guard isLong, Set(piece).count > 2 else { continue }
      finds.append(Find(range: piece.startIndex..<piece.endIndex, name: "token"))
    }
    return finds
  }

  /// How the tokens of services begin that a person may use beside the two clouds.
  private static let prefixes = [
    "ghp_", "gho_", "ghs_", "ghu_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "sk_live_",
    "sk_test_", "AKIA", "AIza",
  ].map { Array($0.utf8) }

  /// Whether 32 letters and digits look drawn by chance: no row of words and numbers.
  static func looksDrawn(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard Set(run).count >= 6 else { return false }
    return run.split(whereSeparator: { !$0.isWordByte }).contains { piece in
      piece.count > 14
        || piece.contains(where: \.isDigit) && piece.contains { !$0.isDigit }
          && piece.count > 6
        || piece.humps > 3 && piece.humps * 3 > piece.count
    }
  }

  /// A JSON Web Token (RFC 7519): where it ends.
  private static func webToken(
    _ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>
  ) -> Int? {
    guard bytes[run].starts(with: "eyJ".utf8) else { return nil }
    var end = run.upperBound
    while end < bytes.count, bytes[end].isTokenByte || bytes[end] == UInt8(ascii: ".") { end += 1 }
    return end > run.upperBound ? end : nil
  }

  // MARK: logins

  /// `Bearer …`, `Basic …` and `Token …`, wherever they stand.
  private static func logins(_ bytes: UnsafeBufferPointer<UInt8>) -> [Find] {
    var finds: [Find] = []
    for place in bytes.indices where bytes[place] == blank || bytes[place] == percent {
      guard schemes.contains(where: { bytes.ends(with: $0, at: place) }) else { continue }
      var start = place + 1
      if bytes[place] == percent { start += 2 }
      guard start < bytes.count else { continue }
      let run = bytes[start...].prefix { $0.isBase64 || ".~=".utf8.contains($0) }
      let drawn = run.contains(where: \.isDigit) || run.count { $0.isUpper } > 1 || run.count >= 20
      guard run.count >= 8, drawn else { continue }
      finds.append(Find(range: run.startIndex..<run.endIndex, name: "token"))
    }
    return finds
  }

  private static let schemes = ["bearer", "basic"].map { Array($0.utf8) }

  /// `scheme://user:password@host`, and a token that stands there alone.
  private static func userInfo(_ bytes: UnsafeBufferPointer<UInt8>) -> [Find] {
    var finds: [Find] = []
    for place in bytes.indices.dropFirst(2) where bytes[place] == UInt8(ascii: "/") {
      guard bytes[place - 1] == UInt8(ascii: "/"), bytes[place - 2] == colon else { continue }
      let rest = bytes[(place + 1)...].prefix { $0 > 0x20 && !"/?#\"'<>\\".utf8.contains($0) }
      guard let at = rest.lastIndex(of: UInt8(ascii: "@")) else { continue }
      let parting = rest[..<at].firstIndex(of: colon)
      let start = parting.map { $0 + 1 } ?? place + 1
      guard parting != nil || at - start >= 16, start < at,
        !bytes[start..<at].starts(with: opening)
      else { continue }
      finds.append(Find(range: start..<at, name: "password"))
    }
    return finds
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether this word, in any case, stands right before a place, and no letter before it.
  fileprivate func ends(with word: [UInt8], at place: Int) -> Bool {
    let start = place - word.count
    guard start >= 0, start == 0 || !self[start - 1].isWordByte else { return false }
    return zip(word, self[start..<place]).allSatisfy { $0 == $1 | 0x20 }
  }
}

extension Collection<UInt8> {
  /// How many of small letters, capitals and digits there are.
  fileprivate var kinds: Int {
    [contains(where: \.isDigit), contains(where: \.isUpper), contains(where: \.isLower)]
      .count { $0 }
  }

  /// The longest row of letters in which no capital begins something new.
  fileprivate var longestWord: Int {
    var (longest, row, wasLower) = (0, 0, false)
    for byte in self {
      row = byte.isDigit || byte.isUpper && wasLower ? 0 : row + 1
      longest = Swift.max(longest, row)
      wasLower = byte.isLower
    }
    return longest
  }

  /// How often small letters, capitals and digits take turns.
  fileprivate var turns: Int {
    zip(self, dropFirst()).count {
      $0.isDigit != $1.isDigit || $0.isUpper != $1.isUpper
    }
  }

  /// How often a capital begins something new.
  fileprivate var humps: Int { zip(self, dropFirst()).count { $0.isLower && $1.isUpper } }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (48...57).contains(self) }
  fileprivate var isUpper: Bool { (65...90).contains(self) }
  fileprivate var isLower: Bool { (97...122).contains(self) }
  fileprivate var isHexDigit: Bool {
    isDigit || (65...70).contains(self) || (97...102).contains(self)
  }
  fileprivate var isTokenByte: Bool {
    isWordByte || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
  }
}
