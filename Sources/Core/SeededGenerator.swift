/// Chance from a seed (SplitMix64): the same seed gives the same numbers, so that what happened by
/// chance can be had again.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The row of numbers of this seed, from its beginning; each seed has its own.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits of the row.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
