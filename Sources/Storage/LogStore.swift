import Core
import Foundation
import GRDB

/// The logbook: events and round trips in SQLite, each durable before it is acted on.
///
/// WAL with `synchronous=FULL`: an append returns when the bytes are on the disk. Several processes
/// may read; a setup is written by the one that holds its `SetupLock`.
package final class LogStore: Sendable {
  /// The path of the SQLite file.
  package let file: String
  private let queue: DatabaseQueue

  /// Opens the book, and makes it if it is not there. One that is damaged is put aside, and one
  /// that a newer Footbridge wrote is left alone.
  package init(home: StateDirectory) throws(LogbookError) {
    try home.prepare()
    let opening = LogStoreOpening(home: home)
    file = opening.path
    queue = try opening.perform()
  }

  /// What the file is called in the state directory; SQLite keeps its own files beside it.
  package static let fileName = "logbook.sqlite"

  /// SQLite's `synchronous` setting: 2 is FULL.
  package func synchronousLevel() throws(LogbookError) -> Int {
    try reading { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
  }

  /// `ok`, or what SQLite's own check found.
  package func integrity() throws(LogbookError) -> String {
    try reading { try String.fetchOne($0, sql: "PRAGMA integrity_check") ?? "no answer" }
  }

  func reading<T>(_ body: (Database) throws -> T) throws(LogbookError) -> T {
    try LogStore.guarding(file) { try queue.read(body) }
  }

  func writing<T>(_ body: (Database) throws -> T) throws(LogbookError) -> T {
    try LogStore.guarding(file) { try queue.write(body) }
  }

  static func guarding<T>(_ file: String, _ body: () throws -> T) throws(LogbookError) -> T {
    do { return try body() } catch let error as DatabaseError {
      throw LogbookError(file: file, error)
    } catch let error as LogbookError {
      throw error
    } catch {
      throw .damaged(file: file, reason: Phrase(verbatim: "\(error)"), aside: nil)
    }
  }
}
