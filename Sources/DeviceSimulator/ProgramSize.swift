/// How large a program is: its parts as `size` would count them in an ELF file for 64 bits.
struct ProgramSize: Equatable, CustomStringConvertible {
  var text: UInt64 = 0
  var data: UInt64 = 0
  var bss: UInt64 = 0

  /// Nil if the bytes are no such file, as on a Mac.
  init?(of bytes: [UInt8]) {
    guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]),
      let table = ProgramSize.number(bytes, at: 40, 8),
      let entry = ProgramSize.number(bytes, at: 58, 2),
      let count = ProgramSize.number(bytes, at: 60, 2)
    else { return nil }
    for index in 0..<count {
      guard let section = Int(exactly: table + index * entry),
        let type = ProgramSize.number(bytes, at: section + 4, 4),
        let flags = ProgramSize.number(bytes, at: section + 8, 8),
        let size = ProgramSize.number(bytes, at: section + 32, 8)
      else { return nil }
      add(size, type: type, flags: flags)
    }
  }

  /// As the documented reply has it (particle:compile-reply).
  var description: String {
    let sum = text + data + bss
    let counts =
      [text, data, bss, sum].map(ProgramSize.column) + [ProgramSize.column(sum, radix: 16)]
    return "   text\t   data\t    bss\t    dec\t    hex\tfilename\n"
      + counts.joined(separator: "\t") + "\t\n"
  }

  private static func column(_ number: UInt64) -> String { column(number, radix: 10) }

  private static func column(_ number: UInt64, radix: Int) -> String {
    let digits = String(number, radix: radix)
    return String(repeating: " ", count: max(0, 7 - digits.count)) + digits
  }

  private mutating func add(_ size: UInt64, type: UInt64, flags: UInt64) {
    let isLoaded = flags & 2 != 0
    let isWritable = flags & 1 != 0
    let hasNoBytes = type == 8
    switch (isLoaded, isWritable, hasNoBytes) {
    case (false, _, _): break
    case (_, _, true): bss += size
    case (_, true, _): data += size
    default: text += size
    }
  }

  /// A number in the order of this kind of file, least byte first.
  private static func number(_ bytes: [UInt8], at place: Int, _ length: Int) -> UInt64? {
    guard place >= 0, place + length <= bytes.count else { return nil }
    return bytes[place..<place + length].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
