/// Reads JSON (RFC 8259) from bytes, as strictly as JavaScript's `JSON.parse`: event data that it
/// refuses has no keys for a webhook (particle:template-event-keys), so that a reader more lenient
/// than the cloud would hide a fault.
package struct JSONReader {
  /// Where it is not JSON.
  package struct Fault: Error, Equatable {
    /// The place of the first byte that does not fit, counted from 0.
    package let offset: Int
  }

  /// Lists in lists in lists.
  static let depthLimit = 200

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  /// The value that the bytes are, with nothing after it.
  package static func read(_ bytes: [UInt8]) throws(Fault) -> JSONNode {
    let result = bytes.withUnsafeBufferPointer { bytes -> Result<JSONNode, Fault> in
      var reader = JSONReader(bytes)
      do throws(Fault) {
        let node = try reader.value(depth: 0)
        reader.skipBlanks()
        if reader.place < bytes.count { throw Fault(offset: reader.place) }
        return .success(node)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let next, next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { place += 1 }
  }

  private mutating func take(_ byte: UInt8) throws(Fault) {
    guard next == byte else { throw Fault(offset: place) }
    place += 1
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONNode {
    skipBlanks()
    guard depth < JSONReader.depthLimit else { throw Fault(offset: place) }
    switch next {
    case UInt8(ascii: "{"): return .object(try members(depth))
    case UInt8(ascii: "["): return .list(try elements(depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ node: JSONNode) throws(Fault) -> JSONNode {
    for byte in word.utf8 { try take(byte) }
    return node
  }

  private mutating func number() throws(Fault) -> JSONNode {
    let start = place
    skip("-")
    if !skip("0") { try skipDigits() }
    if skip(".") { try skipDigits() }
    if skip("eE") {
      skip("+-")
      try skipDigits()
    }
    return .number(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  /// Whether one of these stood there.
  @discardableResult
  private mutating func skip(_ letters: String) -> Bool {
    guard let next, letters.utf8.contains(next) else { return false }
    place += 1
    return true
  }

  private mutating func skipDigits() throws(Fault) {
    let start = place
    while let next, (0x30...0x39).contains(next) { place += 1 }
    if place == start { throw Fault(offset: place) }
  }

  private mutating func elements(_ depth: Int) throws(Fault) -> [JSONNode] {
    try take(UInt8(ascii: "["))
    var nodes: [JSONNode] = []
    skipBlanks()
    while next != UInt8(ascii: "]") {
      if !nodes.isEmpty { try take(UInt8(ascii: ",")) }
      nodes.append(try value(depth: depth + 1))
      skipBlanks()
    }
    place += 1
    return nodes
  }

  private mutating func members(_ depth: Int) throws(Fault) -> [JSONNode.Member] {
    try take(UInt8(ascii: "{"))
    var members: [JSONNode.Member] = []
    skipBlanks()
    while next != UInt8(ascii: "}") {
      if !members.isEmpty { try take(UInt8(ascii: ",")) }
      skipBlanks()
      let name = try string()
      skipBlanks()
      try take(UInt8(ascii: ":"))
      members.append(.init(name, try value(depth: depth + 1)))
      skipBlanks()
    }
    place += 1
    return members
  }

  private mutating func string() throws(Fault) -> String {
    try take(UInt8(ascii: "\""))
    let start = place
    while let next, next != UInt8(ascii: "\""), next != UInt8(ascii: "\\"), next >= 0x20 {
      place += 1
    }
    if next == UInt8(ascii: "\"") {
      defer { place += 1 }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }
    var out = Array(bytes[start..<place])
    while let next, next != UInt8(ascii: "\"") {
      guard next >= 0x20 else { throw Fault(offset: place) }
      if next == UInt8(ascii: "\\") {
        try escape(&out)
      } else {
        out.append(next)
        place += 1
      }
    }
    try take(UInt8(ascii: "\""))
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func escape(_ out: inout [UInt8]) throws(Fault) {
    place += 1
    guard let letter = next else { throw Fault(offset: place) }
    place += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(letter)
    case UInt8(ascii: "b"): out.append(8)
    case UInt8(ascii: "f"): out.append(12)
    case UInt8(ascii: "n"): out.append(10)
    case UInt8(ascii: "r"): out.append(13)
    case UInt8(ascii: "t"): out.append(9)
    case UInt8(ascii: "u"): try unicode(&out)
    default: throw Fault(offset: place - 1)
    }
  }

  private mutating func unicode(_ out: inout [UInt8]) throws(Fault) {
    var value = try digits()
    if (0xD800..<0xDC00).contains(value), next == UInt8(ascii: "\\"), place + 1 < bytes.count,
      bytes[place + 1] == UInt8(ascii: "u")
    {
      let before = place
      place += 2
      let second = try digits()
      if (0xDC00..<0xE000).contains(second) {
        value = 0x10000 + (value - 0xD800) << 10 + (second - 0xDC00)
      } else {
        place = before
      }
    }
    // Half a pair alone is no letter.
    out += String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8
  }

  private mutating func digits() throws(Fault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next?.hexValue else { throw Fault(offset: place) }
      value = value << 4 | UInt32(digit)
      place += 1
    }
    return value
  }
}

extension UInt8 {
  /// What it counts as a hexadecimal digit.
  package var hexValue: Int? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(self) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self) - 55
    default: nil
    }
  }
}
