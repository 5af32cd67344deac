#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How much of a long test is made: by itself a sample; `FOOTBRIDGE_STORM=all` is the whole, and a
/// number that many. `SEED` draws others.
package enum Storm {
  package static let seed = UInt64(environment["SEED"] ?? "") ?? 7

  /// How many of something.
  package static func count(of all: Int, sample: Int) -> Int {
    switch environment["FOOTBRIDGE_STORM"] {
    case nil: sample
    case "all": all
    case let number?: min(Int(number) ?? sample, all)
    }
  }

  private static let environment = ProcessInfo.processInfo.environment
}
