import Foundation
import GRDB

/// The tables, version by version. A version that was released is never edited; a new one follows,
/// and `Tests/FootbridgeTests/Homes` keeps a home of each.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { try $0.execute(sql: version1) }
    migrator.registerMigration("2") { database in
      try database.execute(sql: version2)
      try Schema.addSums(database)
    }
    migrator.registerMigration("3") { try $0.execute(sql: version3) }
    return migrator
  }

  /// The first version whose rows carry sums.
  static let firstWithSums = "2"
  /// The first that keeps what is still to be put back.
  static let firstWithRestores = "3"

  private static let version1 = """
    CREATE TABLE event (
      setup TEXT NOT NULL,
      number INTEGER NOT NULL,
      at REAL NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (setup, number)
    ) WITHOUT ROWID;
    CREATE TABLE trip (
      id INTEGER PRIMARY KEY,
      setup TEXT NOT NULL,
      started REAL NOT NULL,
      verdict TEXT,
      webhook_calls INTEGER NOT NULL,
      total_ms REAL,
      report TEXT
    );
    CREATE INDEX trip_by_setup ON trip (setup, started);
    """

  /// Each row carries a sum over itself.
  private static let version2 = """
    ALTER TABLE event ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE trip ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
    """

  /// What a trip or a check changes for a while, until it is put back.
  private static let version3 = """
    CREATE TABLE restore (
      id INTEGER PRIMARY KEY,
      setup TEXT NOT NULL,
      at REAL NOT NULL,
      json TEXT NOT NULL,
      sum INTEGER NOT NULL
    );
    """

  private static func addSums(_ database: Database) throws {
    for row in try EventRow.fetchAll(database, sql: "SELECT * FROM event") {
      try row.writeSum(to: database)
    }
    for row in try TripRow.fetchAll(database, sql: "SELECT * FROM trip") {
      try row.writeSum(to: database)
    }
  }

  /// Bytes that are not text any more look the same to a sum, and are not found by their name.
  static let strays = [
    ("event", "typeof(setup) <> 'text' OR typeof(json) <> 'text'"),
    (
      "trip",
      """
      typeof(setup) <> 'text' OR typeof(verdict) NOT IN ('text', 'null')
      OR typeof(report) NOT IN ('text', 'null')
      """
    ),
  ]
}
