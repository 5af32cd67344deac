import Foundation

/// Puts a damaged file out of the way, as it is, so that nothing is ever written over it.
struct Quarantine {
  /// What is moved, and what belongs to it: a suffix each, such as `-wal`.
  let path: String
  var companions: [String] = []

  /// - Returns: the new path, such as `logbook.sqlite.damaged-1`; nil when it had to stay.
  func move() -> String? {
    guard !isInUse, let place = place() else { return nil }
    // What belongs to it goes first: left behind, SQLite would take it for a new file's.
    for suffix in companions where exists(path + suffix) {
      guard rename(path + suffix, place + suffix) == 0 else { return nil }
    }
    guard exists(path) else { return place }
    guard rename(path, place) == 0 else { return nil }
    AtomicFile.syncDirectory(of: path)
    return place
  }

  /// The first name that is free. Counted, not dated: the file keeps its own date.
  private func place() -> String? {
    (1...Quarantine.placesLimit).lazy.map { "\(path).damaged-\($0)" }.first { place in
      ([""] + companions).allSatisfy { !exists(place + $0) }
    }
  }

  private static let placesLimit = 1_000

  private func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether another process works with it: SQLite holds a lock on it as long as it is open.
  private var isInUse: Bool {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    return fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }
}
