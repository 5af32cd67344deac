import Foundation

/// A turn at a file that processes change one after the other. It waits for its turn, and the
/// kernel gives the turn back when the process ends, however it ends.
final class FileLock {
  private let descriptor: Int32

  init(_ path: String) throws(LogbookError) {
    descriptor = try LockFile.open(path)
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw LogbookError(file: path, errno) }
    }
  }

  /// Also when `init` fails: all that it has stored is there by then.
  deinit { close(descriptor) }
}
