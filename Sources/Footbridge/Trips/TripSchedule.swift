/// How many trips, and how often: pure.
struct TripSchedule: Sendable, Equatable {
  /// Nil goes on until somebody ends it.
  var count: Int? = 1
  /// From the start of one trip to the start of the next; a trip that takes longer delays it.
  var interval = Duration.zero

  static let mostTrips = 100_000
  static let longestInterval = Duration.seconds(86_400)
  /// Of `--watch`: 288 trips a day of six messages stay below the 100,000 a month of Blynk's
  /// free plan (blynk:limit-messages).
  static let watchInterval = Duration.seconds(300)

  var isEndless: Bool { count == nil }

  func isOver(after trips: Int) -> Bool { count.map { trips >= $0 } ?? false }

  /// How long the next trip has to wait, so long after the last one began; nil when it need not.
  func rest(since start: Duration?) -> Duration? {
    guard let start, start < interval else { return nil }
    return interval - start
  }
}
