/// Where it is written down what is still to be put back.
package struct RestoreLedger: Sendable {
  /// One note of it, from the first change to the last one put back.
  package struct Entry: Sendable {
    /// Writes the note down in place of what it was before; when it returns, it survives anything.
    /// An empty note is the end of it. Where it throws, nothing may be changed.
    package let keep: @Sendable (RestoreNote) throws -> Void

    /// - Parameter keep: writes a note down, durably.
    package init(keep: @escaping @Sendable (RestoreNote) throws -> Void) { self.keep = keep }
  }

  /// Begins a note.
  package let begin: @Sendable () -> Entry

  /// - Parameter begin: begins a note; nothing is written until it is kept.
  package init(begin: @escaping @Sendable () -> Entry) { self.begin = begin }

  /// Nothing is written down: for clouds that are not there, and for tests.
  package static let none = RestoreLedger { Entry { _ in } }
}
