import Foundation
import GRDB

/// An event as its table holds it.
struct EventRow: FetchableRecord {
  let setup: String
  let number: Int
  let at: Double
  let json: String
  /// Nil in tables that have no sums yet.
  let sum: Int64?

  init(setup: String, number: Int, at: Date, json: String) {
    (self.setup, self.number, self.json) = (setup, number, json)
    self.at = at.timeIntervalSince1970
    sum = nil
  }

  /// By place, in the table's order: a long log is read twice at a start, and looking a name up
  /// takes longer than reading the value.
  init(row: Row) throws {
    setup = try row.decode(atIndex: 0)
    number = try row.decode(atIndex: 1)
    at = try row.decode(atIndex: 2)
    json = try row.decode(atIndex: 3)
    sum = row.count > 4 ? try row.decode(atIndex: 4) : nil
  }

  var ownSum: Int64 {
    var sum = Checksum()
    sum.add(setup)
    sum.add(number)
    sum.add(at)
    sum.add(json)
    return sum.value
  }

  var isWhole: Bool { sum == ownSum }

  var stored: StoredEvent {
    StoredEvent(number: number, at: Date(timeIntervalSince1970: at), json: json)
  }

  func insert(into database: Database) throws {
    let insertion = try database.cachedStatement(
      sql: "INSERT INTO event (setup, number, at, json, sum) VALUES (?, ?, ?, ?, ?)")
    try insertion.execute(arguments: [setup, number, at, json, ownSum])
  }

  func writeSum(to database: Database) throws {
    try database.execute(
      sql: "UPDATE event SET sum = ? WHERE setup = ? AND number = ?",
      arguments: [ownSum, setup, number])
  }
}
