import Capabilities
import Core
import Terminal

/// A person at the terminal hears there how work goes on.
extension TerminalOutput: ProgressReporter {
  /// Says a line.
  package func report(_ line: Phrase) { say(line) }

  /// Says it as a warning.
  package func warn(_ line: Phrase) { say(line, .warning) }

  /// Shows words, and how far it is, on a line of its own.
  package func show<Value>(
    _ words: Phrase,
    during work: (_ tell: @escaping @Sendable (Phrase) -> Void) async throws -> Value
  ) async throws -> Value {
    try await progress(words) { progress in try await work { progress.update($0) } }
  }
}
