import Foundation
import GRDB

extension Book {
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
      return database.lastInsertedRowID
    }
  }

  /// Keeps how it ended.
  package func endTrip(_ id: Int64, as end: TripEnd) throws(LogbookError) {
    try writing { database in
      try database.execute(
        sql: """
          UPDATE trip SET verdict = ?, webhook_calls = ?, total_ms = ?, report = ? WHERE id = ?
          """,
        arguments: [end.verdict, end.webhookCalls, end.totalMilliseconds, end.report, id])
    }
  }

  /// The trips of a setup, newest first; of all setups when none is named.
  package func trips(of setup: String? = nil, limit: Int = 1000) throws(LogbookError)
    -> [TripRecord]
  {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM trip WHERE ?1 IS NULL OR setup = ?1 ORDER BY started DESC, id DESC LIMIT ?2
          """, arguments: [setup, limit]
      ).map(TripRecord.init(row:))
    }
  }

  /// When calls of Blynk's webhook were caused by trips of this setup, since a moment, oldest
  /// first; a trip that caused two stands there twice.
  package func webhookCalls(of setup: String, since: Date) throws(LogbookError) -> [Date] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT started, webhook_calls FROM trip
          WHERE setup = ? AND started >= ? AND webhook_calls > 0 ORDER BY started
          """, arguments: [setup, since.timeIntervalSince1970]
      ).flatMap { row in
        Array(
          repeating: Date(timeIntervalSince1970: row["started"]), count: row["webhook_calls"])
      }
    }
  }
}

extension TripRecord {
  fileprivate init(row: Row) {
    self.init(
      id: row["id"], setup: row["setup"], started: Date(timeIntervalSince1970: row["started"]),
      verdict: row["verdict"], totalMilliseconds: row["total_ms"], report: row["report"])
  }
}
