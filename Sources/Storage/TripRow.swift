import Foundation
import GRDB

/// A round trip as its table holds it.
struct TripRow: FetchableRecord {
  let id: Int64
  let setup: String
  let started: Double
  var verdict: String?
  var webhookCalls: Int
  var totalMilliseconds: Double?
  var report: String?
  /// Nil in tables that have no sums yet.
  let sum: Int64?

  init(row: Row) throws {
    id = try row.decode(forColumn: "id")
    setup = try row.decode(forColumn: "setup")
    started = try row.decode(forColumn: "started")
    verdict = try row.decode(forColumn: "verdict")
    webhookCalls = try row.decode(forColumn: "webhook_calls")
    totalMilliseconds = try row.decode(forColumn: "total_ms")
    report = try row.decode(forColumn: "report")
    sum = try row.decode(forColumn: "sum")
  }

  /// The same trip, ended.
  func ended(as end: TripEnd) -> TripRow {
    var row = self
    row.verdict = end.verdict
    row.webhookCalls = end.webhookCalls
    row.totalMilliseconds = end.totalMilliseconds
    row.report = end.report
    return row
  }

  var ownSum: Int64 {
    var sum = Checksum()
    sum.add(Int(id))
    sum.add(setup)
    sum.add(started)
    sum.add(verdict)
    sum.add(webhookCalls)
    sum.add(totalMilliseconds)
    sum.add(report)
    return sum.value
  }

  var isWhole: Bool { sum == ownSum }

  var record: TripRecord {
    TripRecord(
      id: id, setup: setup, started: Date(timeIntervalSince1970: started), verdict: verdict,
      totalMilliseconds: totalMilliseconds, report: report)
  }

  func writeSum(to database: Database) throws {
    try database.execute(
      sql: "UPDATE trip SET sum = ? WHERE id = ?", arguments: [ownSum, id])
  }

  func update(_ database: Database) throws {
    try database.execute(
      sql: """
        UPDATE trip SET verdict = ?, webhook_calls = ?, total_ms = ?, report = ?, sum = ?
        WHERE id = ?
        """,
      arguments: [verdict, webhookCalls, totalMilliseconds, report, ownSum, id])
  }

  static func find(_ id: Int64, in database: Database) throws -> TripRow? {
    try TripRow.fetchOne(database, sql: "SELECT * FROM trip WHERE id = ?", arguments: [id])
  }
}
