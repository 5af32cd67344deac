import Foundation
import GRDB

/// What is still to be put back, as its table holds it.
struct RestoreRow: FetchableRecord {
  let id: Int64
  let setup: String
  let at: Double
  let json: String
  let sum: Int64

  /// - Parameter setup: whose; nil takes all.
  static func all(_ database: Database, of setup: String? = nil) throws -> [RestoreRow] {
    try fetchAll(
      database,
      sql: """
        SELECT id, setup, at, json, sum FROM restore WHERE ?1 IS NULL OR setup = ?1 ORDER BY id DESC
        """, arguments: [setup])
  }

  init(row: Row) throws {
    id = try row.decode(atIndex: 0)
    setup = try row.decode(atIndex: 1)
    at = try row.decode(atIndex: 2)
    json = try row.decode(atIndex: 3)
    sum = try row.decode(atIndex: 4)
  }

  static func ownSum(_ id: Int64, _ setup: String, _ at: Double, _ json: String) -> Int64 {
    var sum = Checksum()
    sum.add(Int(id))
    sum.add(setup)
    sum.add(at)
    sum.add(json)
    return sum.value
  }

  var isWhole: Bool { sum == RestoreRow.ownSum(id, setup, at, json) }

  var stored: StoredRestore {
    StoredRestore(id: id, at: Date(timeIntervalSince1970: at), json: json)
  }
}
