import Core
import Foundation

/// A place in the state directory where Footbridge keeps a file of its own.
struct StateFile {
  let path: String

  init(_ path: String) { self.path = path }

  /// Whether a file is there. What stands in its place and is not ours to use is said, and left.
  func isThere() throws(LogbookError) -> Bool {
    guard let status = try status() else { return false }
    try examine(status)
    if isLink || status.st_nlink > 1 { throw linked }
    // Others have no business here. A file system without modes cannot be told, and need not be.
    if status.st_mode & 0o077 != 0 { chmod(path, 0o600) }
    return true
  }

  /// The same of a file that is open already.
  func examine(opened descriptor: Int32) throws(LogbookError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw LogbookError(file: path, errno) }
    try examine(status)
    if status.st_nlink > 1 { throw linked }
  }

  /// That it has another name, by which it would be lost or stay when it is written anew.
  var linked: LogbookError {
    let target = isLink ? try? FileManager.default.destinationOfSymbolicLink(atPath: path) : nil
    return .linked(file: path, target: target)
  }

  private var isLink: Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private func examine(_ status: stat) throws(LogbookError) {
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .damaged(file: path, reason: StateFile.kind(status.st_mode), aside: nil)
    }
    guard status.st_uid == geteuid() else {
      throw .foreign(file: path, owner: status.st_uid, user: geteuid())
    }
    guard status.st_mode & 0o600 == 0o600 else {
      throw .closed(file: path, mode: Int(status.st_mode & 0o777))
    }
  }

  /// How long it is; nil where it cannot be asked.
  var sizeBytes: Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// - Returns: nil when nothing at all is there.
  private func status() throws(LogbookError) -> stat? {
    var found = stat()
    if stat(path, &found) == 0 { return found }
    let code = errno
    if lstat(path, &found) == 0 {
      throw .damaged(file: path, reason: "it is a link that leads nowhere", aside: nil)
    }
    guard code == ENOENT else { throw LogbookError(file: path, code) }
    return nil
  }

  private static func kind(_ mode: mode_t) -> Phrase {
    mode & S_IFMT == S_IFDIR ? "it is a directory" : "it is no plain file"
  }
}
