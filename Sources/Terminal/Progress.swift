import Core
import Synchronization

/// What long work is doing, for the person who waits for it.
package final class Progress: Sendable {
  private let text: Mutex<Phrase>

  init(_ text: Phrase) { self.text = Mutex(text) }

  /// Says what it is doing now.
  package func update(_ text: Phrase) { self.text.withLock { $0 = text } }

  var now: Phrase { text.withLock { $0 } }
}
