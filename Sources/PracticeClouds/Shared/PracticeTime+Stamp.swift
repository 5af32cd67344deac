#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension PracticeTime {
  /// ISO 8601 in UTC with milliseconds and `Z` (particle:time-format).
  static func stamp(_ date: Date) -> String {
    // The format cuts what is below a millisecond, and a date is a binary fraction: 678 ms may be
    // held as a hair less.
    let moment = Date(timeIntervalSince1970: (date.timeIntervalSince1970 * 1000).rounded() / 1000)
    return (moment + 0.000_1).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`, as HTTP has dates (RFC 9110 §5.6.7).
  static func httpDate(_ date: Date) -> String {
    let stamp = date.formatted(Date.ISO8601FormatStyle())
    let parts = stamp.split { "-T".contains($0) }.map(String.init)
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let day = days[Int(date.timeIntervalSince1970 / 86_400) % 7]
    let month = months[(Int(parts[1]) ?? 1) - 1]
    return "\(day), \(parts[2]) \(month) \(parts[0]) \(parts[3].dropLast()) GMT"
  }
}
