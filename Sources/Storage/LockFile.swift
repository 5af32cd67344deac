import Foundation

/// Opens a file that is there only to be locked.
enum LockFile {
  /// A descriptor that is safe to write to: what stands in its place and is somebody else's, by a
  /// link or by its owner, is said, and left as it is.
  static func open(_ path: String) throws(LogbookError) -> Int32 {
    // One that nobody writes to, such as a pipe, is not waited for.
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let descriptor = Foundation.open(path, flags, 0o600)
    guard descriptor >= 0 else {
      let code = errno
      if code == ELOOP || code == EMLINK { throw StateFile(path).linked }
      throw LogbookError(file: path, code)
    }
    do throws(LogbookError) { try StateFile(path).examine(opened: descriptor) } catch {
      close(descriptor)
      throw error
    }
    return descriptor
  }
}
