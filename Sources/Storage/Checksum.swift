/// A sum over what stands in a row, so that a bit that changed on the disk is noticed: SQLite sees
/// damage to its own structure, not to the text it keeps. FNV-1a finds any single changed byte.
struct Checksum {
  private var sum: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String?) {
    // A missing text is not an empty one.
    guard var text else { return add(byte: 0xFF) }
    text.withUTF8 { bytes in for byte in bytes { add(byte: byte) } }
    add(byte: 0)
  }

  mutating func add(_ number: Int) { add(bits: UInt64(bitPattern: Int64(number))) }

  mutating func add(_ number: Double?) { add(bits: number?.bitPattern ?? 1) }

  /// As SQLite keeps it.
  var value: Int64 { Int64(bitPattern: sum) }

  private mutating func add(bits: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      add(byte: UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
  }

  private mutating func add(byte: UInt8) { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
