/// What gives itself away by its shape alone: tokens, addresses, numbers of cards and devices.
enum PrivateShapes {
  struct Find: Equatable {
    let value: String
    /// The kind, or the question of the guide that such a value answers.
    let name: String
  }

  /// Those of them that open an account; a recording with one left in it is not written.
  static let keys: Set = ["particle.access_token", "blynk.auth_token", "bearer", "basic"]

  /// All of them in there.
  static func find(in bytes: [UInt8]) -> [Find] {
    var finds: [Find] = []
    bytes.withUnsafeBufferPointer { bytes in
      words(bytes, &finds)
      numbers(bytes, &finds)
      addresses(bytes, &finds)
      logins(bytes, &finds)
      userInfo(bytes, &finds)
    }
    return finds
  }

  // MARK: tokens

  /// 40 hexadecimal digits are Particle's access token, 32 letters and digits Blynk's AuthToken.
  private static func words(_ bytes: UnsafeBufferPointer<UInt8>, _ finds: inout [Find]) {
    runs(bytes, where: { $0.hexValue != nil }) { run in
      guard run.count == 40, stands(run, in: bytes) else { return }
      finds.append(Find(value: text(bytes, run), name: "particle.access_token"))
    }
    runs(bytes, where: { $0.isWordByte || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }) {
      run in
      if run.count == 32, looksDrawn(bytes[run]) {
        finds.append(Find(value: text(bytes, run), name: "blynk.auth_token"))
      } else if run.count >= 20, prefixes.contains(where: { bytes[run].starts(with: $0.utf8) }) {
        finds.append(Find(value: text(bytes, run), name: "token"))
      }
    }
    webTokens(bytes, &finds)
  }

  /// How tokens of services begin that a person may have in the same browser.
  private static let prefixes = [
    "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "sk_live_", "AKIA", "AIza",
  ]

  /// JSON Web Tokens (RFC 7519): three parts of base64 with points between; the first is an object.
  private static func webTokens(_ bytes: UnsafeBufferPointer<UInt8>, _ finds: inout [Find]) {
    runs(bytes, where: { $0.isBase64 || $0 == UInt8(ascii: ".") }) { run in
      let word = text(bytes, run)
      let parts = word.split(separator: ".", omittingEmptySubsequences: false).count
      guard word.hasPrefix("eyJ"), parts == 3, run.count >= 20 else { return }
      finds.append(Find(value: word, name: "token"))
    }
  }

  /// Whether letters and digits look drawn by chance, as no name of anything does.
  private static func looksDrawn(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let digits = run.count { (48...57).contains($0) }
    let lower = run.count { (97...122).contains($0) }
    let upper = run.count { (65...90).contains($0) }
    if run.allSatisfy({ $0.hexValue != nil }) { return digits > 0 && lower + upper > 0 }
    let turns = zip(run, run.dropFirst()).count { left, right in
      (97...122).contains(left) != (97...122).contains(right)
    }
    return lower > 0 && upper > 0 && (digits > 0 || turns >= 8)
  }

  /// `Bearer …` and `Basic …`, wherever they stand.
  private static func logins(_ bytes: UnsafeBufferPointer<UInt8>, _ finds: inout [Find]) {
    for (word, name) in [("bearer ", "bearer"), ("basic ", "basic")] {
      for start in places(of: Array(word.utf8), in: bytes) {
        let rest = bytes[(start + word.utf8.count)...]
        let run = rest.prefix { $0.isBase64 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "~") }
        guard run.count >= 8, run.contains(where: { !(97...122).contains($0) }) else { continue }
        finds.append(Find(value: String(decoding: run, as: UTF8.self), name: name))
      }
    }
  }

  /// `scheme://user:password@host`.
  private static func userInfo(_ bytes: UnsafeBufferPointer<UInt8>, _ finds: inout [Find]) {
    for start in places(of: Array("://".utf8), in: bytes) {
      let rest = bytes[(start + 3)...].prefix { $0 > 0x20 && !"/?#\"'<>‹".utf8.contains($0) }
      guard let at = rest.lastIndex(of: UInt8(ascii: "@")),
        let colon = rest[..<at].firstIndex(of: UInt8(ascii: ":")), colon + 1 < at
      else { continue }
      let password = String(decoding: rest[(colon + 1)..<at], as: UTF8.self)
      finds.append(Find(value: password, name: "password"))
    }
  }

  private static func places(of word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    guard bytes.count >= word.count else { return [] }
    return (0...(bytes.count - word.count)).filter { start in
      (bytes[start] | 0x20) == word[0]
        && zip(word, bytes[start...]).allSatisfy { $0 == ($1 | 0x20) }
    }
  }

  // MARK: numbers

  private static func numbers(_ bytes: UnsafeBufferPointer<UInt8>, _ finds: inout [Find]) {
    runs(bytes, where: { (48...57).contains($0) }) { run in
      guard stands(run, in: bytes) else { return }
      let digits = bytes[run]
      // ITU-T E.118: cards of telephone companies begin with 89.
      if (18...20).contains(run.count), digits.starts(with: [56, 57]) {
        finds.append(Find(value: text(bytes, run), name: "iccid"))
      } else if run.count == 15, isLuhn(digits) {
        finds.append(Find(value: text(bytes, run), name: "imei"))
      }
    }
  }

  private static func isLuhn(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let value = Int(digit.element) - 48
      let counted = digit.offset % 2 == 0 ? value : value < 5 ? value * 2 : value * 2 - 9
      return sum + counted
    }
    return sum % 10 == 0
  }

  // MARK: addresses

  private static func addresses(_ bytes: UnsafeBufferPointer<UInt8>, _ finds: inout [Find]) {
    for place in bytes.indices where bytes[place] == UInt8(ascii: "@") {
      let local = bytes[..<place].reversed().prefix { $0.isWordByte || ".+-_".utf8.contains($0) }
      let host = bytes[(place + 1)...].prefix { $0.isWordByte || ".-".utf8.contains($0) }
      let domain = String(decoding: host, as: UTF8.self)
      guard !local.isEmpty, let dot = domain.lastIndex(of: "."),
        domain[domain.index(after: dot)...].count >= 2
      else { continue }
      let name = String(decoding: local.reversed(), as: UTF8.self)
      finds.append(Find(value: "\(name)@\(domain)", name: "e-mail"))
    }
    runs(bytes, where: { (48...57).contains($0) || $0 == UInt8(ascii: ".") }) { run in
      let parts = text(bytes, run).split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 4, parts.allSatisfy({ UInt8($0) != nil }), stands(run, in: bytes),
        parts[0] != "127", parts[0] != "0"
      else { return }
      finds.append(Find(value: text(bytes, run), name: "ip"))
    }
    runs(bytes, where: { $0.hexValue != nil || $0 == UInt8(ascii: ":") }) { run in
      guard stands(run, in: bytes) else { return }
      let groups = text(bytes, run).split(separator: ":", omittingEmptySubsequences: false)
      if groups.count == 6, groups.allSatisfy({ $0.count == 2 }) {
        finds.append(Find(value: text(bytes, run), name: "wifi"))
      } else if groups.count >= 5, groups.allSatisfy({ $0.count <= 4 }) {
        finds.append(Find(value: text(bytes, run), name: "ip"))
      }
    }
  }

  // MARK: runs

  private static func runs(
    _ bytes: UnsafeBufferPointer<UInt8>, where isPart: (UInt8) -> Bool, tell: (Range<Int>) -> Void
  ) {
    var place = 0
    while place < bytes.count {
      guard isPart(bytes[place]) else {
        place += 1
        continue
      }
      let start = place
      while place < bytes.count, isPart(bytes[place]) { place += 1 }
      // Shorter ones are none of these.
      if place - start >= 7 { tell(start..<place) }
    }
  }

  /// Whether no letter or digit stands right beside it.
  private static func stands(_ run: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = run.lowerBound == 0 || !bytes[run.lowerBound - 1].isWordByte
    return before && (run.upperBound == bytes.count || !bytes[run.upperBound].isWordByte)
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> String {
    String(decoding: bytes[run], as: UTF8.self)
  }
}
