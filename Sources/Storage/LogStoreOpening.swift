import Foundation
import GRDB

/// Opens the logbook: one process at a time, so that two can neither make it at once nor move it
/// away from under each other.
struct LogStoreOpening {
  let home: StateDirectory

  var path: String { home.file(LogStore.fileName) }

  func perform() throws(LogbookError) -> DatabaseQueue {
    // No setup can have this name, so no setup's lock can.
    let turn = try FileLock(home.file(".logbook.lock"))
    defer { withExtendedLifetime(turn) {} }
    if try !isThereAndWhole() { try make() }
    do throws(LogbookError) { return try openToWrite() } catch {
      throw error.puttingAside(path, LogStoreOpening.companions)
    }
  }

  private func openToWrite() throws(LogbookError) -> DatabaseQueue {
    try LogStore.guarding(path) {
      let queue = try DatabaseQueue(path: path, configuration: LogStoreOpening.configuration())
      try Schema.migrator.migrate(queue)
      // A header that says "only to be read" is told now, not at the first answer.
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "DELETE FROM event WHERE 0")
      }
      return queue
    }
  }

  /// Files that SQLite keeps beside a database.
  static let companions = ["-wal", "-shm", "-journal"]

  /// - Parameter readOnly: to look at it and change nothing.
  static func configuration(readOnly: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(busyTimeoutSeconds)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return configuration
  }

  /// How long a write waits for another process's write.
  private static let busyTimeoutSeconds: TimeInterval = 5

  /// - Returns: false when there is none.
  private func isThereAndWhole() throws(LogbookError) -> Bool {
    do throws(LogbookError) {
      guard try StateFile(path).isThere() else { return false }
      for companion in LogStoreOpening.companions { _ = try StateFile(path + companion).isThere() }
      try LogStoreValidation(path: path).run()
      return true
    } catch { throw error.puttingAside(path, LogStoreOpening.companions) }
  }

  /// Makes an empty book beside its place and moves it there whole, so that an empty or half-made
  /// file in its place is always damage and never a start that was cut off.
  private func make() throws(LogbookError) {
    try putAsideWhatABookLeft()
    let beside = AtomicFile.beside(path)
    clear(beside)
    do throws(LogbookError) {
      try fill(beside)
      guard rename(beside, path) == 0 else { throw LogbookError(file: path, errno) }
    } catch {
      // On a full disk, what was half made takes up room.
      clear(beside)
      throw error
    }
    AtomicFile.syncDirectory(of: path)
  }

  private func fill(_ beside: String) throws(LogbookError) {
    try LogStore.guarding(path) {
      let queue = try DatabaseQueue(path: beside, configuration: LogStoreOpening.configuration())
      try Schema.migrator.migrate(queue)
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      try queue.close()
    }
    chmod(beside, 0o600)
  }

  private func clear(_ database: String) {
    for suffix in [""] + LogStoreOpening.companions { unlink(database + suffix) }
  }

  /// SQLite would take the journal of a book that somebody removed for the new one's.
  private func putAsideWhatABookLeft() throws(LogbookError) {
    guard LogStoreOpening.companions.contains(where: { StateFile(path + $0).sizeBytes != nil })
    else {
      return
    }
    guard Quarantine(path: path, companions: LogStoreOpening.companions).move() != nil else {
      throw .damaged(file: "\(path)-wal", reason: "its logbook is not there", aside: nil)
    }
  }
}
