/// A moment, in microseconds since 1970, and its text in ISO 8601 as recordings want it.
package struct Instant: Sendable, Hashable, Comparable {
  /// Since the beginning of 1970, UTC; negative before.
  package var microseconds: Int

  /// The moment so many microseconds after the beginning of 1970, UTC.
  package init(microseconds: Int) { self.microseconds = microseconds }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }

  /// `2026-07-01T12:34:56.123456Z`
  package var text: String {
    let (days, rest) = microseconds.floored(by: 86_400_000_000)
    let (year, month, day) = Instant.civil(days)
    let (seconds, fraction) = rest.floored(by: 1_000_000)
    let date = "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.padded(2) }
    return "\(date)T\(time.joined(separator: ":")).\(fraction.padded(6))Z"
  }

  /// Reads what a recording of any maker says: with or without a fraction, `Z` or `+02:00`.
  package init?(text: String) {
    let parts = text.split(separator: "T")
    guard parts.count == 2 else { return nil }
    let date = parts[0].split(separator: "-").compactMap { Int($0) }
    let end = parts[1].firstIndex { "Z+-".contains($0) } ?? parts[1].endIndex
    let clock = parts[1][..<end].split(separator: ":")
    guard date.count == 3, clock.count >= 2, let hour = Int(clock[0]), let minute = Int(clock[1]),
      (1...12).contains(date[1]), (1...31).contains(date[2]), (1...9999).contains(date[0])
    else { return nil }
    let second = clock.count > 2 ? Double(clock[2]) ?? 0 : 0
    guard (0..<61).contains(second), (0..<25).contains(hour), (0..<60).contains(minute) else {
      return nil
    }
    let minutes = (Instant.days(date[0], date[1], date[2]) * 24 + hour) * 60 + minute
    microseconds =
      (minutes - Instant.offset(parts[1][end...])) * 60_000_000
      + Int((second * 1_000_000).rounded())
  }

  private static func offset(_ text: Substring) -> Int {
    let digits = text.filter(\.isNumber)
    guard let sign = text.first, sign != "Z", (2...4).contains(digits.count),
      let all = Int(digits)
    else { return 0 }
    let minutes = digits.count >= 4 ? all / 100 * 60 + all % 100 : all * 60
    return sign == "-" ? -minutes : minutes
  }

  // MARK: days since 1970 and the Gregorian calendar, after H. Hinnant's chrono algorithms

  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let (era, day) = (days + 719_468).floored(by: 146_097)
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let rest = day - (365 * year + year / 4 - year / 100)
    let month = (5 * rest + 2) / 153
    let number = month < 10 ? month + 3 : month - 9
    return (year + era * 400 + (number <= 2 ? 1 : 0), number, rest - (153 * month + 2) / 5 + 1)
  }

  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let (era, year) = (month <= 2 ? year - 1 : year).floored(by: 400)
    let rest = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + year * 365 + year / 4 - year / 100 + rest - 719_468
  }
}

extension Int {
  fileprivate func floored(by divisor: Int) -> (Int, Int) {
    let rest = ((self % divisor) + divisor) % divisor
    return ((self - rest) / divisor, rest)
  }

  fileprivate func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
