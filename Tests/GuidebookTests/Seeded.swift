/// Chance that repeats: SplitMix64.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// So many characters of an alphabet.
  mutating func text(_ count: Int, of alphabet: String) -> String {
    let letters = Array(alphabet)
    return String((0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &self)] })
  }
}

enum Letters {
  static let hex = "0123456789abcdef"
  static let token = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  /// What a hostile or careless paste may hold.
  static let wild =
    token
    + " \t\r\n\u{0}\u{1B}\u{7F}\u{200B}\u{FEFF}\"'`“”{}[]()<>&%$#@!?:;,./\\|*_~=+^"
    + "ÄßéÑ世界🌉👩‍👩‍👧e\u{301}"
}
