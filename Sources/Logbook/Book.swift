import Foundation
import GRDB
import Ground

/// The logbook: events and round trips in SQLite, each durable before it is acted on.
///
/// WAL with `synchronous=FULL`: an append returns when the bytes are on the disk. Several processes
/// may read; a setup is written by the one that holds its `SetupLock`.
package final class Book: Sendable {
  package let file: String
  private let queue: DatabaseQueue

  /// Opens the book, and makes it if it is not there.
  package init(home: Home) throws(LogbookError) {
    let path = home.file(Book.fileName)
    file = path
    try home.prepare()
    queue = try Book.guarding(path) {
      let queue = try DatabaseQueue(path: path, configuration: Book.configuration)
      try Schema.migrator.migrate(queue)
      try queue.writeWithoutTransaction { database in
        // GRDB lowers this to NORMAL by itself when it switches to WAL.
        try database.execute(sql: "PRAGMA synchronous = FULL")
      }
      return queue
    }
    chmod(path, 0o600)
  }

  package static let fileName = "logbook.sqlite"

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(Book.busyTimeoutSeconds)
    return configuration
  }

  /// How long a write waits for another process's write.
  private static let busyTimeoutSeconds: TimeInterval = 5

  /// SQLite's `synchronous` setting: 2 is FULL.
  package func synchronousLevel() throws(LogbookError) -> Int {
    try reading { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
  }

  /// `ok`, or what SQLite's own check found.
  package func integrity() throws(LogbookError) -> String {
    try reading { try String.fetchOne($0, sql: "PRAGMA integrity_check") ?? "no answer" }
  }

  func reading<T>(_ body: (Database) throws -> T) throws(LogbookError) -> T {
    try Book.guarding(file) { try queue.read(body) }
  }

  func writing<T>(_ body: (Database) throws -> T) throws(LogbookError) -> T {
    try Book.guarding(file) { try queue.write(body) }
  }

  private static func guarding<T>(_ file: String, _ body: () throws -> T) throws(LogbookError) -> T
  {
    do { return try body() } catch let error as DatabaseError {
      throw LogbookError(file: file, error)
    } catch {
      throw .damaged(file: file, reason: "\(error)")
    }
  }
}
