import Core

/// An answer that a cloud can list.
package struct Choice: Sendable, Equatable {
  /// What is answered.
  package let text: String
  /// What a person knows it by.
  package let note: Phrase
  /// What it is called, where it can be named by that.
  package var name: String?
}
