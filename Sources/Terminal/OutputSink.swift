#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where written text goes: a descriptor, or whatever a test wants to look at.
package struct OutputSink: Sendable {
  /// How long a descriptor that takes nothing is waited for, in milliseconds.
  package static let patienceMilliseconds: Int32 = 30_000

  /// Takes the text whole; nil when all of it went out.
  package let write: @Sendable (String) -> OutputFailure?

  /// A sink of its own, such as one that a test reads.
  package init(_ write: @escaping @Sendable (String) -> OutputFailure?) { self.write = write }

  /// Each text in one `write(2)`, as far as the other end takes it.
  package static func descriptor(_ descriptor: Int32) -> OutputSink {
    OutputSink { text in
      var text = text
      let failure = text.withUTF8 { send(UnsafeRawBufferPointer($0), to: descriptor) }
      if let failure { StandardStreams.note(failure, on: descriptor) }
      return failure
    }
  }

  private static func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> OutputFailure?
  {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        if !waitsUntilWritable(descriptor) { return .stalled(milliseconds: patienceMilliseconds) }
      } else if errno != EINTR {
        return errno == EPIPE ? .readerGone : .refused(errno: errno)
      }
    }
    return nil
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  /// A terminal may be non-blocking because another program sharing it made it so.
  private static func waitsUntilWritable(_ descriptor: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&waiting, 1, patienceMilliseconds) != 0
  }
}
