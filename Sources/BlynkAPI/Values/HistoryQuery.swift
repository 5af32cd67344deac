import Core
import HTTP

/// What to export (blynk:export-history); what is left out, Blynk decides.
package struct HistoryQuery: Sendable, Equatable {
  /// How far back the export goes, counted from now.
  package enum Period: String, Sendable, CaseIterable {
    case hour = "HOUR"
    case day = "DAY"
    case week = "WEEK"
    case month = "MONTH"
    case threeMonths = "THREE_MONTHS"
  }

  /// How finely the values are parted; all but `raw` are averages.
  package enum Granularity: String, Sendable, CaseIterable {
    /// Not for three months.
    case raw = "RAW_DATA"
    case minute = "MINUTE"
    case hourly = "HOURLY"
    case daily = "DAILY"
  }

  /// Nil for all streams.
  package var pin: Pin?
  /// Nil for a month.
  package var period: Period?
  /// Nil for raw data.
  package var granularity: Granularity?

  /// All that is left out is Blynk's to decide.
  package init(pin: Pin? = nil, period: Period? = nil, granularity: Granularity? = nil) {
    self.pin = pin
    self.period = period
    self.granularity = granularity
  }

  var items: [QueryItem] {
    [
      ("pin", pin.map { "\($0)" }), ("period", period?.rawValue),
      ("granularityType", granularity?.rawValue),
    ].compactMap { name, value in value.map { QueryItem(name, MaskedText($0)) } }
  }
}
