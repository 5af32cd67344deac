import Synchronization
import Terminal

/// Takes down what is written, write by write.
final class Paper: Sendable {
  private let lines = Mutex<[String]>([])

  var writes: [String] { lines.withLock { $0 } }
  var text: String { writes.joined() }

  var sink: OutputSink {
    OutputSink { text in
      self.lines.withLock { $0.append(text) }
      return nil
    }
  }
}
