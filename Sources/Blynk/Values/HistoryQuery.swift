import Ground
import Wire

/// What to export (blynk-cloud §3.11); what is left out, Blynk decides.
package struct HistoryQuery: Sendable, Equatable {
  package enum Period: String, Sendable, CaseIterable {
    case hour = "HOUR"
    case day = "DAY"
    case week = "WEEK"
    case month = "MONTH"
    case threeMonths = "THREE_MONTHS"
  }

  package enum Granularity: String, Sendable, CaseIterable {
    /// Not for three months.
    case raw = "RAW_DATA"
    case minute = "MINUTE"
    case hourly = "HOURLY"
    case daily = "DAILY"
  }

  /// Nil for all streams.
  package var pin: Pin?
  package var period: Period?
  package var granularity: Granularity?

  package init(pin: Pin? = nil, period: Period? = nil, granularity: Granularity? = nil) {
    self.pin = pin
    self.period = period
    self.granularity = granularity
  }

  var items: [QueryItem] {
    [
      ("pin", pin.map { "\($0)" }), ("period", period?.rawValue),
      ("granularityType", granularity?.rawValue),
    ].compactMap { name, value in value.map { QueryItem(name, Veiled($0)) } }
  }
}
