import Core
import Foundation

/// Held while a setup is walked or tested: one process at a time. The kernel lets go of it when the
/// process ends, however it ends.
package final class SetupLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock, or fails at once: nobody is waited for.
  ///
  /// - Throws: `LogbookError.held`, with the process that holds it where that is known; another
  ///   case when the lock's file cannot be opened.
  package init(setup: String, home: StateDirectory) throws(LogbookError) {
    let path = home.file("\(setup).lock")
    descriptor = try LockFile.open(path)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw .held(setup: setup, byProcess: SetupLock.holder(descriptor))
    }
    let text = "\(getpid())\n"
    ftruncate(descriptor, 0)
    _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
  }

  /// Also when `init` fails: all that it has stored is there by then.
  deinit { close(descriptor) }

  /// Removes the lock's file, when a setup is forgotten.
  package static func remove(setup: String, home: StateDirectory) {
    unlink(home.file("\(setup).lock"))
  }

  private static func holder(_ descriptor: Int32) -> Int32? {
    var buffer = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    let text = String(decoding: buffer.prefix(count), as: UTF8.self)
    return Int32(text.filter(\.isNumber))
  }
}
