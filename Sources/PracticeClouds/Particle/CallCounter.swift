#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Counts calls by their kind in fixed windows of time.
struct CallCounter: Sendable {
  enum Kind: Sendable { case any, tokens, streams }

  private var windows: [Kind: (start: Date, count: Int)] = [:]

  /// Counts a call, and says whether it is within the limit.
  mutating func take(_ kind: Kind, limit: Int?, windowSeconds: Double, now: Date) -> Bool {
    guard let limit else { return true }
    var window = windows[kind] ?? (now, 0)
    if now.timeIntervalSince(window.start) >= windowSeconds { window = (now, 0) }
    window.count += 1
    windows[kind] = window
    return window.count <= limit
  }
}
