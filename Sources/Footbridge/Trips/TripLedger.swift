import Foundation
import Synchronization

/// When the trips of this run ended.
///
/// The logbook dates a trip's webhook calls to its start, before the first of them. The last one
/// may be much later, so where the end is known it counts for all of them.
final class TripLedger: Sendable {
  private let ends = Mutex<[Date: Date]>([:])

  /// How far back a trip may have begun whose calls still count: the minute, and the longest trip,
  /// with its own wait for Blynk's limit.
  static let reach = TripRunner.quotaWindow + 300

  func note(_ start: Date, endedAt end: Date) { ends.withLock { $0[start] = end } }

  /// The logbook's moments, with those that are known better, oldest first.
  func corrected(_ moments: [Date]) -> [Date] {
    ends.withLock { ends in moments.map { ends[$0] ?? $0 }.sorted() }
  }
}
