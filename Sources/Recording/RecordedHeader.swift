/// One header line of a recording, clean of secrets.
package struct RecordedHeader: Sendable, Equatable {
  /// In the case in which it was sent.
  package var name: String
  /// Clean of secrets: their placeholders stand for them.
  package var value: String

  /// A line that is clean already.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
