/// A virtual pin, V0 to V255.
package struct Pin: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The number behind the `V`.
  package let number: UInt8

  /// The pin of this number; each number has one.
  package init(_ number: UInt8) { self.number = number }

  /// `V16` or `v16`; nil for anything else.
  package init?(_ text: String) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first.map({ $0 | 0x20 }) == UInt8(ascii: "v"), (1...3).contains(digits.count),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = UInt8(String(text.dropFirst()))
    else { return nil }
    self.number = number
  }

  /// `V16`: upper case, as Particle's and Blynk's own examples write it (blynk:pin-spelling).
  package var description: String { "V\(number)" }

  package static func < (left: Pin, right: Pin) -> Bool { left.number < right.number }
}

extension Pin: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let pin = Pin(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: text))
    }
    self = pin
  }

  package func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    try value.encode(description)
  }
}
