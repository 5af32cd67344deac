import Foundation
import GRDB

extension LogStore {
  /// Writes an event down. When this returns, it survives anything.
  /// - Returns: its number in the setup's log.
  @discardableResult
  package func append(_ json: String, to setup: String, at: Date) throws(LogbookError) -> Int {
    try writing { database in
      let highest = try database.cachedStatement(
        sql: "SELECT max(number) FROM event WHERE setup = ?")
      let last = try Int.fetchOne(highest, arguments: [setup]) ?? 0
      try EventRow(setup: setup, number: last + 1, at: at, json: json).insert(into: database)
      return last + 1
    }
  }

  /// A setup's whole log, oldest first.
  package func events(of setup: String) throws(LogbookError) -> [StoredEvent] {
    try reading { database in
      try EventRow.fetchAll(
        database, sql: "SELECT * FROM event WHERE setup = ? ORDER BY number", arguments: [setup]
      ).map(\.stored)
    }
  }

  /// The names of all setups, the one last walked first. Times of the future, which a wrong clock
  /// left, make none the last.
  package func setups(now: Date = .distantFuture) throws(LogbookError) -> [String] {
    try reading { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT setup FROM event GROUP BY setup
          ORDER BY max(CASE WHEN at <= ? THEN at END) DESC, setup
          """, arguments: [now.timeIntervalSince1970])
    }
  }

  /// Removes all that was kept of a setup.
  package func remove(_ setup: String) throws(LogbookError) {
    try writing { database in
      try database.execute(sql: "DELETE FROM event WHERE setup = ?", arguments: [setup])
      try database.execute(sql: "DELETE FROM trip WHERE setup = ?", arguments: [setup])
      try database.execute(sql: "DELETE FROM restore WHERE setup = ?", arguments: [setup])
    }
  }
}
