import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The latest requests that the practice clouds answered, oldest first.
package final class RequestLog: Sendable {
  /// One request and what came of it.
  struct Entry: Sendable {
    var cloud: String
    var method: String
    /// Path and query, tokens and all; masked when it is shown.
    var target: String
    /// Nil when the connection was dropped.
    var status: Int?
    var at: Date
  }

  private struct Kept {
    var entries: [Entry] = []
    var oldest = 0
    var total = 0
  }

  private let limit: Int
  private let kept = Mutex(Kept())

  /// - Parameter limit: how many are kept.
  package init(limit: Int = 500) { self.limit = limit }

  func note(_ entry: Entry) {
    kept.withLock { kept in
      kept.total += 1
      if kept.entries.count < limit { return kept.entries.append(entry) }
      kept.entries[kept.oldest] = entry
      kept.oldest = (kept.oldest + 1) % limit
    }
  }

  var entries: [Entry] {
    kept.withLock { Array($0.entries[$0.oldest...] + $0.entries[..<$0.oldest]) }
  }

  /// How many requests there were, those no longer kept included.
  package var total: Int { kept.withLock { $0.total } }

  func clear() { kept.withLock { $0 = Kept() } }
}
