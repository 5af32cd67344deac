import Core

/// A question that one line answers.
package struct Prompt: Sendable {
  /// What may be typed at the cursor, which is counted in characters.
  package typealias Completions = @Sendable (_ line: String, _ cursor: Int) -> Completion

  /// What stands before the cursor, as it is shown.
  package var text: Phrase
  /// Nothing of the answer is shown, nor kept in the history; it comes as a secret.
  package var hidden: Bool
  /// What Tab offers; nothing unless it is given.
  package var completions: Completions
  /// Whether the answer can be called back with the up key, now and next time.
  package var keepInHistory: Bool
  /// Whether empty lines that were typed before it stood there count for nothing.
  package var dropsEnters = false
  /// Whether this very line may be kept: a secret may be typed where none was asked for.
  package var mayKeep: @Sendable (_ line: String) -> Bool

  /// A question whose answer is shown, is not kept, and has no completions, unless told otherwise.
  package init(
    _ text: Phrase, hidden: Bool = false, keepInHistory: Bool = false,
    completions: @escaping Completions = { _, _ in .none },
    mayKeep: @escaping @Sendable (String) -> Bool = { _ in true }
  ) {
    self.text = text
    self.hidden = hidden
    self.completions = completions
    self.keepInHistory = keepInHistory
    self.mayKeep = mayKeep
  }
}
