import Synchronization

/// What was said, kept to be shown later.
final class BufferedOutput: Sendable {
  private let kept = Mutex("")

  var text: String { kept.withLock { $0 } }

  func add(_ text: String) { kept.withLock { $0 += text } }
}
