/// The letters among what a program writes to a terminal, without escape codes: what stands there
/// to be read. Only for output that goes on from line to line; it does not follow the cursor about.
struct ScreenLetters {
  private enum State { case text, escape, control, operating }

  private var state = State.text
  /// Bytes of a letter that is not whole yet.
  private var rest: [UInt8] = []

  mutating func read(_ bytes: [UInt8]) -> String {
    for byte in bytes { take(byte) }
    let whole = rest.count - unfinished
    defer { rest.removeFirst(whole) }
    return String(decoding: rest.prefix(whole), as: UTF8.self)
  }

  private mutating func take(_ byte: UInt8) {
    switch (state, byte) {
    case (.text, 0x1B): state = .escape
    case (.text, 0x0D), (.text, 0x07): break
    case (.text, _): rest.append(byte)
    case (.escape, UInt8(ascii: "[")): state = .control
    case (.escape, UInt8(ascii: "]")): state = .operating
    case (.escape, _): state = .text
    case (.control, 0x40...0x7E): state = .text
    case (.operating, 0x07), (.operating, 0x5C): state = .text
    case (.control, _), (.operating, _): break
    }
  }

  /// How many bytes at the end begin a letter that goes on.
  private var unfinished: Int {
    for (back, byte) in rest.reversed().prefix(3).enumerated() where byte >= 0xC0 {
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return back + 1 < length ? back + 1 : 0
    }
    return 0
  }
}
