import Core

/// Chance: the system's own, which nobody can reckon from the ids that everybody may see; or from
/// a seed, which gives the same tokens each time.
package struct PracticeChance: RandomNumberGenerator, Sendable {
  private var seeded: SeededGenerator?
  private var system = SystemRandomNumberGenerator()

  /// The system's.
  package init() {}

  /// The chance of this seed, from its beginning; without one, the system's.
  package init(seed: UInt64?) { seeded = seed.map(SeededGenerator.init) }

  /// The next 64 bits, which all its texts are made of.
  package mutating func next() -> UInt64 { seeded?.next() ?? system.next() }

  /// Lower-case hexadecimal digits: Particle's tokens (40) and ids (24), particle:id-shapes.
  package mutating func hex(_ count: Int) -> String { text(count, of: PracticeChance.hexDigits) }

  /// `A-Za-z0-9-_`: Blynk's AuthToken (32) and what follows `TMPL` (9), blynk:token-shape,
  /// blynk:template-id.
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
