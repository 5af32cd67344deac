import Foundation
import GRDB

extension LogStore {
  /// Notes that a round trip begins, before its first write: one that is cut off still counts
  /// against Blynk's webhook calls a minute.
  ///
  /// - Parameter webhookCalls: how many calls of Blynk's webhook it is going to cause.
  package func beginTrip(
    of setup: String, at: Date, webhookCalls: Int
  ) throws(LogbookError) -> Int64 {
    try writing { database in
      try database.execute(
        sql: "INSERT INTO trip (setup, started, webhook_calls) VALUES (?, ?, ?)",
        arguments: [setup, at.timeIntervalSince1970, webhookCalls])
      let id = database.lastInsertedRowID
      try TripRow.find(id, in: database)?.writeSum(to: database)
      return id
    }
  }

  /// Keeps how it ended.
  package func endTrip(_ id: Int64, as end: TripEnd) throws(LogbookError) {
    try writing { database in
      try TripRow.find(id, in: database)?.ended(as: end).update(database)
    }
  }

  /// The trips of a setup, newest first; of all setups when none is named.
  ///
  /// - Parameter now: what began later, by a clock that was wrong, is left out.
  package func trips(of setup: String? = nil, limit: Int = 1000, until now: Date = .distantFuture)
    throws(LogbookError) -> [TripRecord]
  {
    try reading { database in
      try TripRow.fetchAll(
        database,
        sql: """
          SELECT * FROM trip WHERE (?1 IS NULL OR setup = ?1) AND started <= ?3
          ORDER BY started DESC, id DESC LIMIT ?2
          """, arguments: [setup, limit, now.timeIntervalSince1970]
      ).map(\.record)
    }
  }

  /// How many trips begin after a moment: a clock was once ahead of it.
  package func tripCount(of setup: String? = nil, after now: Date) throws(LogbookError) -> Int {
    try reading { database in
      try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM trip WHERE (?1 IS NULL OR setup = ?1) AND started > ?2",
        arguments: [setup, now.timeIntervalSince1970]) ?? 0
    }
  }

  /// The setups whose trips caused calls of Blynk's webhook between two moments.
  package func webhookCallers(since: Date, until now: Date) throws(LogbookError) -> [String] {
    try reading { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT DISTINCT setup FROM trip
          WHERE started BETWEEN ? AND ? AND webhook_calls > 0 ORDER BY setup
          """, arguments: [since.timeIntervalSince1970, now.timeIntervalSince1970])
    }
  }

  /// When calls of Blynk's webhook were caused by trips of this setup, between two moments, oldest
  /// first; a trip that caused two stands there twice.
  package func webhookCalls(
    of setup: String, since: Date, until now: Date = .distantFuture
  ) throws(LogbookError) -> [Date] {
    try reading { database in
      try TripRow.fetchAll(
        database,
        sql: """
          SELECT * FROM trip
          WHERE setup = ? AND started BETWEEN ? AND ? AND webhook_calls > 0 ORDER BY started
          """, arguments: [setup, since.timeIntervalSince1970, now.timeIntervalSince1970]
      ).flatMap { trip in
        Array(
          repeating: Date(timeIntervalSince1970: trip.started), count: trip.webhookCalls)
      }
    }
  }
}
