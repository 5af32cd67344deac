#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension PracticeTime {
  /// ISO 8601 in UTC with milliseconds and `Z` (particle-cloud §1).
  static func stamp(_ date: Date) -> String {
    // The format cuts what is below a millisecond, and a date is a binary fraction: 678 ms may be
    // held as a hair less.
    let moment = Date(timeIntervalSince1970: (date.timeIntervalSince1970 * 1000).rounded() / 1000)
    return (moment + 0.000_1).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
