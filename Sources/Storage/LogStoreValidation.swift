import Core
import Foundation
import GRDB

/// Looks at a logbook before anything writes to it, and changes nothing.
struct LogStoreValidation {
  let path: String

  /// Throws `damaged` or `tooNew`, or why it could not be read.
  func run() throws(LogbookError) {
    for suffix in LogStoreOpening.companions { _ = try StateFile(path + suffix).isThere() }
    let size = StateFile(path).sizeBytes ?? 0
    guard size > 0 else { throw damaged("it is empty") }
    guard size >= LogStoreValidation.leastBytes else { throw damaged("it is too short to be one") }
    try WriteAheadLog(of: path).examine()
    try LogStore.guarding(path) {
      let queue = try DatabaseQueue(
        path: path, configuration: LogStoreOpening.configuration(readOnly: true))
      try queue.read(examine)
      try queue.close()
    }
  }

  private func examine(_ database: Database) throws {
    do { try examineVersion(database) } catch let error as DatabaseError
      where error.resultCode == .SQLITE_ERROR
    {
      throw damaged(error.message.map { Phrase(verbatim: $0) } ?? "it lacks a table")
    }
    let verdict = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)")
    guard verdict == "ok" else {
      throw damaged(verdict.map { Phrase(verbatim: $0) } ?? "no answer")
    }
    let applied = try Schema.migrator.appliedIdentifiers(database)
    if applied.contains(Schema.firstWithSums) { try examineRows(database) }
    if applied.contains(Schema.firstWithRestores) { try examineRestores(database) }
  }

  private func examineVersion(_ database: Database) throws {
    let applied = try Schema.migrator.appliedIdentifiers(database)
    let known = Schema.migrator.migrations
    if let newer = applied.subtracting(known).sorted().first {
      throw LogbookError.tooNew(file: path, what: "logbook version \(newer)")
    }
    let isBare = try Row.fetchOne(database, sql: "SELECT 1 FROM sqlite_schema") == nil
    guard isBare || !applied.isEmpty else { throw damaged("it has no tables of ours") }
  }

  private func examineRows(_ database: Database) throws {
    for (table, stray) in Schema.strays {
      let found = try Row.fetchOne(
        database, sql: "SELECT 1 FROM \(table) WHERE \(stray) LIMIT 1")
      guard found == nil else {
        throw damaged("a row of \(table) is of another kind than what was written")
      }
    }
    var last = (setup: "", number: 0)
    let events = try EventRow.fetchCursor(
      database, sql: "SELECT * FROM event ORDER BY setup, number")
    while let event = try events.next() {
      let expected = event.setup == last.setup ? last.number + 1 : 1
      guard event.isWhole, event.number == expected else {
        throw damaged("event \(expected) is not what was written")
      }
      last = (event.setup, event.number)
    }
    let trips = try TripRow.fetchCursor(database, sql: "SELECT * FROM trip")
    while let trip = try trips.next() {
      guard trip.isWhole else { throw damaged("round trip \(trip.id) is not what was written") }
    }
  }

  private func examineRestores(_ database: Database) throws {
    let restores: [RestoreRow]
    do { restores = try RestoreRow.all(database) } catch let error as DatabaseError
      where error.resultCode == .SQLITE_ERROR
    {
      throw damaged(error.message.map { Phrase(verbatim: $0) } ?? "it lacks a table")
    }
    for restore in restores where !restore.isWhole {
      throw damaged("restore \(restore.id) is not what was written")
    }
  }

  /// SQLite takes a file with less than its smallest page for one that is new.
  private static let leastBytes = 512

  private func damaged(_ reason: Phrase) -> LogbookError {
    .damaged(file: path, reason: reason, aside: nil)
  }
}
