import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lock of a setup, held by this process as another Footbridge would hold it.
final class HeldLock: Sendable {
  private let descriptor: Int32

  init(file: String) throws {
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    // A child that another test has just begun holds what was open here until it is its program.
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      throw ChildProcess.Failure("hold \(file)", errno)
    }
    ftruncate(descriptor, 0)
    _ = "4711\n".withCString { pwrite(descriptor, $0, strlen($0), 0) }
  }

  deinit { close(descriptor) }
}
