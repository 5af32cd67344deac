import Foundation
import GRDB

extension LogStore {
  /// Writes down what is about to be changed for a while. When this returns, it survives anything.
  ///
  /// - Parameter id: what it takes the place of; nil adds it.
  /// - Returns: its number.
  package func keepRestore(
    _ json: String, of setup: String, at: Date, as id: Int64? = nil
  ) throws(LogbookError) -> Int64 {
    try writing { database in
      let highest = try Int64.fetchOne(database, sql: "SELECT max(id) FROM restore") ?? 0
      let number = id ?? highest + 1
      let time = at.timeIntervalSince1970
      try database.execute(
        sql: "INSERT OR REPLACE INTO restore (id, setup, at, json, sum) VALUES (?, ?, ?, ?, ?)",
        arguments: [number, setup, time, json, RestoreRow.ownSum(number, setup, time, json)])
      return number
    }
  }

  /// It is put back, or no longer ours to put back.
  package func dropRestore(_ id: Int64) throws(LogbookError) {
    try writing { try $0.execute(sql: "DELETE FROM restore WHERE id = ?", arguments: [id]) }
  }

  /// What is still to be put back of a setup, newest first: the order in which it is undone.
  package func restores(of setup: String) throws(LogbookError) -> [StoredRestore] {
    try reading { try RestoreRow.all($0, of: setup).map(\.stored) }
  }
}

extension LogStore {
  /// The setups for which something has still to be put back: a quick look before anything else,
  /// that makes and mends nothing. None where the logbook is not there, of an earlier version, or
  /// not fit to be read; that is for whoever opens it to tell.
  package static func setupsToRestore(in home: StateDirectory) -> [String] {
    let path = home.file(fileName)
    guard (try? StateFile(path).isThere()) == true else { return [] }
    let names = try? DatabaseQueue(
      path: path, configuration: LogStoreOpening.configuration(readOnly: true)
    )
    .read { try String.fetchAll($0, sql: "SELECT DISTINCT setup FROM restore ORDER BY setup") }
    return names ?? []
  }
}
