import Synchronization

/// What long work is doing, for the person who waits for it.
package final class Progress: Sendable {
  private let text: Mutex<String>

  init(_ text: String) { self.text = Mutex(text) }

  /// Says what it is doing now.
  package func update(_ text: String) { self.text.withLock { $0 = text } }

  var now: String { text.withLock { $0 } }
}
