import Core

/// Who hears how work in the clouds goes on.
package protocol ProgressReporter: Sendable {
  func report(_ line: Phrase)
  func warn(_ line: Phrase)

  /// Shows words for as long as work goes on.
  ///
  /// - Parameter work: is given who hears how far it is.
  func show<Value>(
    _ words: Phrase,
    during work: (_ tell: @escaping @Sendable (Phrase) -> Void) async throws -> Value
  ) async throws -> Value
}
