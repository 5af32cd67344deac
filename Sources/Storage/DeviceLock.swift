import Foundation
import Synchronization

/// Held while a device is tested or probed: one process of this user at a time, whichever home it
/// works in. The kernel lets go of it when the process ends, however it ends.
///
/// All devices share one file, in which each has a byte of its own to lock.
package final class DeviceLock: Sendable {
  private let place: off_t

  /// How often each byte is held by this process, which has each lock once.
  private static let held = Mutex<[off_t: Int]>([:])
  /// Opened once: to close it would let go of every lock.
  private static let file = open()

  /// Takes the lock, or is nil when another process has it. Where there can be no such file, nobody
  /// is waited for.
  ///
  /// - Parameter device: what names it, by its cloud.
  package init?(device: String) {
    let place = DeviceLock.place(of: device)
    let isTaken = DeviceLock.held.withLock { held in
      if held[place, default: 0] == 0, !DeviceLock.set(F_WRLCK, place) { return false }
      held[place, default: 0] += 1
      return true
    }
    guard isTaken else { return nil }
    self.place = place
  }

  deinit {
    DeviceLock.held.withLock { held in
      held[place, default: 1] -= 1
      guard held[place] == 0 else { return }
      held[place] = nil
      _ = DeviceLock.set(F_UNLCK, place)
    }
  }

  private static func set(_ kind: Int32, _ place: off_t) -> Bool {
    guard let file else { return true }
    var lock = flock()
    lock.l_type = Int16(kind)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = place
    lock.l_len = 1
    return fcntl(file, F_SETLK, &lock) == 0 || (errno != EACCES && errno != EAGAIN)
  }

  private static func place(of device: String) -> off_t {
    var sum = Checksum()
    sum.add(device)
    return off_t(sum.value & 0x3FFF_FFFF_FFFF_FFFF)
  }

  /// A folder that is this user's alone; what another user put in its place is not used.
  private static func open() -> Int32? {
    let folder = "/tmp/footbridge-\(geteuid())"
    mkdir(folder, 0o700)
    var status = stat()
    guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      status.st_uid == geteuid(), status.st_mode & 0o077 == 0
    else { return nil }
    let file = Foundation.open(
      "\(folder)/devices.lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    return file >= 0 ? file : nil
  }
}
