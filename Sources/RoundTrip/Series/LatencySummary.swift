import Histogram

/// How long a part of many trips took, in milliseconds, and how often it was lost.
package struct LatencySummary: Sendable, Equatable {
  /// How many times were known; `min` and the others are nil when there was none.
  package let count: Int
  /// In how many trips this part was judged, and in how many of these it failed.
  package let judged: Int
  /// In how many of those that were judged the part failed.
  package let lost: Int
  /// Exact.
  package let min: Double?
  /// The longest time, exact as well.
  package let max: Double?
  /// To a thousandth of their value: at least that share of the times is no longer.
  package let median: Double?
  /// 95 % of the times are no longer.
  package let p95: Double?
  /// 99 % of the times are no longer; few trips make it the longest.
  package let p99: Double?

  /// The share of what was lost, from 0 to 1.
  package var loss: Double { judged == 0 ? 0 : Double(lost) / Double(judged) }

  /// - Parameter milliseconds: the known times, in any order; negative ones count as zero.
  package init(_ milliseconds: [Double], judged: Int, lost: Int) {
    self.judged = judged
    self.lost = lost
    count = milliseconds.count
    min = milliseconds.min()
    max = milliseconds.max()
    let histogram = LatencySummary.histogram(milliseconds)
    let (least, most) = (min ?? 0, max ?? 0)
    func percentile(_ share: Double) -> Double? {
      guard let histogram else { return nil }
      let value = Double(histogram.valueAtPercentile(share)) / LatencySummary.perMillisecond
      return Swift.min(Swift.max(value, least), most)
    }
    median = percentile(50)
    p95 = percentile(95)
    p99 = percentile(99)
  }

  /// Times are counted in microseconds.
  private static let perMillisecond = 1_000.0

  private static func histogram(_ milliseconds: [Double]) -> Histogram<UInt32>? {
    let micros = milliseconds.map { UInt64(Swift.max(0, $0 * perMillisecond).rounded()) }
    guard let most = micros.max() else { return nil }
    var histogram = Histogram<UInt32>(
      highestTrackableValue: Swift.max(2, most), numberOfSignificantValueDigits: .three)
    for value in micros { histogram.record(value) }
    return histogram
  }
}
