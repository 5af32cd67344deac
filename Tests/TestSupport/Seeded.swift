import Core

/// Chance from a seed: the same seed gives the same test, so that a failure can be had
/// again.
package struct Seeded: RandomNumberGenerator, Sendable {
  private var generator: SeededGenerator

  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  package mutating func next() -> UInt64 { generator.next() }

  /// So many characters of an alphabet.
  package mutating func text(_ count: Int, of alphabet: String) -> String {
    let letters = Array(alphabet)
    return String((0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &self)] })
  }

  /// So many bytes of any value.
  package mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in byte() }
  }

  /// Any byte.
  package mutating func byte() -> UInt8 { UInt8.random(in: 0...255, using: &self) }

  /// From 0 up to, and without, a limit.
  package mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
