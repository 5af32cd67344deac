import Foundation
import Synchronization

/// When the trips of this run ended.
///
/// The logbook dates a trip's webhook calls to its start, before the first of them. The last one
/// may be much later, so where the end is known it counts for all of them.
final class TripLedger: Sendable {
  /// By the start in milliseconds: a moment that was kept and read again may differ in its last
  /// bits.
  private let ends = Mutex<[Int: Date]>([:])

  /// How far back a trip may have begun whose calls still count: the minute, and the longest trip,
  /// with its own wait for Blynk's limit.
  static let reach = TripRunner.quotaWindow + 300

  func note(_ start: Date, endedAt end: Date) {
    ends.withLock { $0[TripLedger.milliseconds(start)] = end }
  }

  /// The logbook's moments, with those that are known better, oldest first.
  func corrected(_ moments: [Date]) -> [Date] {
    ends.withLock { ends in
      moments.map { ends[TripLedger.milliseconds($0)] ?? $0 }.sorted()
    }
  }

  private static func milliseconds(_ moment: Date) -> Int {
    Int((moment.timeIntervalSince1970 * 1000).rounded())
  }
}
