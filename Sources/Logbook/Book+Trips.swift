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
  package func trips(of setup: String? = nil, limit: Int = 1000) throws(LogbookError)
    -> [TripRecord]
  {
    try reading { database in
      try TripRow.fetchAll(
        database,
        sql: """
          SELECT * FROM trip WHERE ?1 IS NULL OR setup = ?1 ORDER BY started DESC, id DESC LIMIT ?2
          """, arguments: [setup, limit]
      ).map(\.record)
    }
  }

  /// When calls of Blynk's webhook were caused by trips of this setup, since a moment, oldest
  /// first; a trip that caused two stands there twice.
  package func webhookCalls(of setup: String, since: Date) throws(LogbookError) -> [Date] {
    try reading { database in
      try TripRow.fetchAll(
        database,
        sql: """
          SELECT * FROM trip
          WHERE setup = ? AND started >= ? AND webhook_calls > 0 ORDER BY started
          """, arguments: [setup, since.timeIntervalSince1970]
      ).flatMap { trip in
        Array(
          repeating: Date(timeIntervalSince1970: trip.started), count: trip.webhookCalls)
      }
    }
  }
}
