/// A trip's start as a person reads it.
enum TripMoment {
  /// `2026-07-21 10:03 UTC`, from ISO 8601 in UTC.
  static func words(_ started: String) -> String {
    let minute = started.prefix("2026-07-21T10:03".count)
    return minute.replacing("T", with: " ") + " UTC"
  }
}
