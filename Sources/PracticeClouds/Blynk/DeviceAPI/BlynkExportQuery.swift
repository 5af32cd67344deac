/// What `data/get` is asked for: its parameters, read and checked (blynk:export-history).
enum BlynkExportQuery {
  /// Throws what the page names for a value that is not one of the listed.
  static func check(_ query: BlynkQuery.Items) throws(BlynkRefusal) {
    let period = value("period", of: query) ?? "MONTH"
    guard periods.contains(period) else { throw .unknownPeriod(period) }
    for (name, allowed) in choices {
      guard let value = value(name, of: query) else { continue }
      guard allowed.contains(value) else { throw .wrongParameters }
    }
    let granularity = value("granularityType", of: query) ?? "RAW_DATA"
    if period == "THREE_MONTHS", granularity == "RAW_DATA" { throw .wrongParameters }
  }

  /// The stream that alone is asked for; nil is all of them.
  static func pin(_ query: BlynkQuery.Items) throws(BlynkRefusal) -> BlynkPin? {
    guard let text = value("pin", of: query) else { return nil }
    return try BlynkQuery.pin(text)
  }

  private static let periods: Set<String> = ["HOUR", "DAY", "WEEK", "MONTH", "THREE_MONTHS"]
  private static let choices: [(name: String, allowed: Set<String>)] = [
    ("granularityType", ["RAW_DATA", "MINUTE", "HOURLY", "DAILY"]),
    ("sourceType", ["AVG", "MIN", "MAX", "SUM", "COUNT"]),
    ("format", ["TS", "ISO_US", "ISO_SIMPLE"]),
    ("sendEvents", ["true", "false"]),
  ]

  private static func value(_ name: String, of query: BlynkQuery.Items) -> String? {
    query.first { $0.name == name }?.value
  }
}
