import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What was lost on the process's own output and error stream, by whichever sink: a program that
/// could not say what it was asked for has failed.
package enum StandardStreams {
  private static let lost = Mutex<[Int32: OutputFailure]>([:])

  /// Why something did not get out on a stream, the first time; nil when all of it did.
  package static func failure(on stream: OutputStream) -> OutputFailure? {
    let descriptor = stream == .output ? STDOUT_FILENO : STDERR_FILENO
    return lost.withLock { $0[descriptor] } ?? failureOfClosing(descriptor)
  }

  /// Keeps the first failure of a standard descriptor; any other one is its owner's business.
  static func note(_ failure: OutputFailure, on descriptor: Int32) {
    guard descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO else { return }
    lost.withLock { if $0[descriptor] == nil { $0[descriptor] = failure } }
  }

  /// A file on another machine may say only when it is closed that there was no room.
  private static func failureOfClosing(_ descriptor: Int32) -> OutputFailure? {
    let copy = dup(descriptor)
    guard copy >= 0, close(copy) != 0 else { return nil }
    return .refused(errno: errno)
  }
}
