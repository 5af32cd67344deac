import Foundation

/// Asks a file system whether it can be written to, by writing to it.
struct WriteProbe {
  private let path: String

  /// - Parameter file: the trial is made in its directory.
  init(beside file: String) {
    path = (file as NSString).deletingLastPathComponent + "/.trial"
  }

  /// SQLite's own files grow by so much at once.
  private static let sizeBytes = 65_536

  /// Why it cannot; nil when it can.
  var errorCode: Int32? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return errno }
    defer {
      close(descriptor)
      unlink(path)
    }
    return AtomicFile.fill(descriptor, [UInt8](repeating: 0, count: WriteProbe.sizeBytes))
  }
}
