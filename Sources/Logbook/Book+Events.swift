import Foundation
import GRDB

extension Book {
  /// Writes an event down. When this returns, it survives anything.
  /// - Returns: its number in the setup's log.
  @discardableResult
  package func append(_ json: String, to setup: String, at: Date) throws(LogbookError) -> Int {
    try writing { database in
      let last =
        try Int.fetchOne(
          database, sql: "SELECT max(number) FROM event WHERE setup = ?", arguments: [setup]) ?? 0
      try database.execute(
        sql: "INSERT INTO event (setup, number, at, json) VALUES (?, ?, ?, ?)",
        arguments: [setup, last + 1, at.timeIntervalSince1970, json])
      return last + 1
    }
  }

  /// A setup's whole log, oldest first.
  package func events(of setup: String) throws(LogbookError) -> [StoredEvent] {
    try reading { database in
      try Row.fetchAll(
        database, sql: "SELECT number, at, json FROM event WHERE setup = ? ORDER BY number",
        arguments: [setup]
      ).map {
        StoredEvent(
          number: $0["number"], at: Date(timeIntervalSince1970: $0["at"]), json: $0["json"])
      }
    }
  }

  /// The names of all setups, the one last walked first.
  package func setups() throws(LogbookError) -> [String] {
    try reading { database in
      try String.fetchAll(
        database, sql: "SELECT setup FROM event GROUP BY setup ORDER BY max(at) DESC")
    }
  }

  /// Removes all that was kept of a setup.
  package func remove(_ setup: String) throws(LogbookError) {
    try writing { database in
      try database.execute(sql: "DELETE FROM event WHERE setup = ?", arguments: [setup])
      try database.execute(sql: "DELETE FROM trip WHERE setup = ?", arguments: [setup])
    }
  }
}
