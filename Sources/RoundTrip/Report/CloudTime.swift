#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Times of Particle's clock, which are only ever compared with each other.
enum CloudTime {
  /// Seconds of an ISO 8601 text in UTC, with or without a fraction; nil for anything else.
  static func seconds(_ text: String) -> Double? {
    let date = (try? Date(text, strategy: fraction)) ?? (try? Date(text, strategy: whole))
    return date?.timeIntervalSince1970
  }

  /// Whether `later` is a newer time than `earlier`. Texts that are no times are only told apart.
  static func isNewer(_ later: String?, than earlier: String?) -> Bool {
    guard let later, !later.isEmpty else { return false }
    guard let new = seconds(later), let old = earlier.flatMap(seconds) else {
      return later != earlier
    }
    return new > old
  }

  /// ISO 8601 in UTC with milliseconds.
  static func text(_ date: Date) -> String {
    date.formatted(fraction)
  }

  private static let whole = Date.ISO8601FormatStyle()
  private static let fraction = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}
