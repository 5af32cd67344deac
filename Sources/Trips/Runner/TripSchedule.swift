/// How many trips, and how often: pure.
package struct TripSchedule: Sendable, Equatable {
  /// Nil goes on until somebody ends it.
  package var count: Int? = 1
  /// From the start of one trip to the start of the next; a trip that takes longer delays it.
  var interval = Duration.zero

  /// One trip; or so many, or without end, each so long after the one before.
  package init(count: Int? = 1, interval: Duration = .zero) {
    self.count = count
    self.interval = interval
  }

  /// The most that `--count` takes.
  package static let mostTrips = 100_000
  /// The most that `--interval` takes.
  package static let longestInterval = Duration.seconds(86_400)
  /// Of `--watch`: 288 trips a day of six messages stay below the 100,000 a month of Blynk's
  /// free plan (blynk:limit-messages).
  package static let watchInterval = Duration.seconds(300)

  var isEndless: Bool { count == nil }

  func isOver(after trips: Int) -> Bool { count.map { trips >= $0 } ?? false }

  /// How long the next trip has to wait, so long after the last one began; nil when it need not.
  func rest(since start: Duration?) -> Duration? {
    guard let start, start < interval else { return nil }
    return interval - start
  }
}
