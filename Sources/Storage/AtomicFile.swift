import Foundation

/// Writes a file so that a reader, or a crash, sees the old one or the new one and nothing between.
package enum AtomicFile {
  /// 0600, synced, renamed into place; the directory is synced too.
  package static func write(_ bytes: [UInt8], to path: String) throws(LogbookError) {
    let beside = beside(path)
    // What an earlier write left there, be it a link.
    unlink(beside)
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw LogbookError(file: path, errno) }
    let failure = fill(descriptor, bytes)
    close(descriptor)
    if let failure {
      unlink(beside)
      throw LogbookError(file: path, failure)
    }
    guard rename(beside, path) == 0 else {
      let code = errno
      unlink(beside)
      throw LogbookError(file: path, code)
    }
    syncDirectory(of: path)
  }

  /// Where a file is written before it takes its place; a crash may leave it there.
  static func beside(_ path: String) -> String { "\(path).new" }

  /// Writes all of it and syncs.
  ///
  /// - Returns: the errno of the first call that failed.
  package static func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : EIO }
      rest = rest.dropFirst(count)
    }
    return fsync(descriptor) == 0 ? nil : errno
  }

  static func syncDirectory(of path: String) {
    let directory = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }
}
