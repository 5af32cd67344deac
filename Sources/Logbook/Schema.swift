import GRDB

/// The tables, version by version. A version that was released is never edited; a new one follows.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: version1)
    }
    return migrator
  }

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
}
