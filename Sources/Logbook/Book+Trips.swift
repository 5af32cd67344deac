import Foundation
import GRDB

extension Book {
  /// Notes that a round trip begins, before its first write: a trip that is cut off still counts
  /// against Blynk's webhook calls a minute.
  package func beginTrip(of setup: String, at: Date) throws(LogbookError) -> Int64 {
    try writing { database in
      try database.execute(
        sql: "INSERT INTO trip (setup, started) VALUES (?, ?)",
        arguments: [setup, at.timeIntervalSince1970])
      return database.lastInsertedRowID
    }
  }

  /// Keeps how it ended.
  package func endTrip(
    _ id: Int64, verdict: String, totalMilliseconds: Double?, report: String
  ) throws(LogbookError) {
    try writing { database in
      try database.execute(
        sql: "UPDATE trip SET verdict = ?, total_ms = ?, report = ? WHERE id = ?",
        arguments: [verdict, totalMilliseconds, report, id])
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

  /// When trips of this setup began, since a moment, oldest first.
  package func tripStarts(of setup: String, since: Date) throws(LogbookError) -> [Date] {
    try reading { database in
      try Double.fetchAll(
        database, sql: "SELECT started FROM trip WHERE setup = ? AND started >= ? ORDER BY started",
        arguments: [setup, since.timeIntervalSince1970]
      ).map { Date(timeIntervalSince1970: $0) }
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
