/// Chance from a seed (SplitMix64): the same seed gives the same tokens.
package struct PracticeChance: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Lower-case hexadecimal digits: Particle's tokens (40) and ids (24), particle-cloud §1.
  package mutating func hex(_ count: Int) -> String { text(count, of: PracticeChance.hexDigits) }

  /// `A-Za-z0-9-_`: Blynk's AuthToken (32) and what follows `TMPL` (9), blynk-cloud §2, §10.1.
  package mutating func urlSafe(_ count: Int) -> String { text(count, of: PracticeChance.urlSafe) }

  private mutating func text(_ count: Int, of alphabet: [Character]) -> String {
    var out = ""
    for _ in 0..<count { out.append(alphabet[Int.random(in: alphabet.indices, using: &self)]) }
    return out
  }

  private static let hexDigits = Array("0123456789abcdef")
  private static let urlSafe = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
}
