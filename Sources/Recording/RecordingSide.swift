#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One of the two copies of a growing recording: a descriptor, and how far it is final.
struct RecordingSide {
  let descriptor: Int32
  /// Up to here stand the head and entries that no longer change.
  var finalEnd = 0

  /// Opens or makes a file for this process alone, 0600.
  /// - Returns: nil with `errno` set; `EWOULDBLOCK` when another process holds it.
  init?(path: String, fresh: Bool) {
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | (fresh ? O_TRUNC : 0)
    descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      errno = code
      return nil
    }
  }

  static func read(_ descriptor: Int32, _ range: Range<Int>) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var done = 0
    while done < range.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(
          descriptor, $0.baseAddress?.advanced(by: done), range.count - done,
          off_t(range.lowerBound + done))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return nil }
      done += count
    }
    return bytes
  }

  /// Writes from there, and cuts off what stood behind.
  /// - Returns: false with `errno` set.
  func write(_ bytes: [UInt8], at place: Int) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(
          descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done, off_t(place + done))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return ftruncate(descriptor, off_t(place + bytes.count)) == 0
  }
}
