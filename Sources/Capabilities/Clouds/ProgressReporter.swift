/// Who hears how work in the clouds goes on.
package protocol ProgressReporter: Sendable {
  func report(_ line: String)
  func warn(_ line: String)

  /// Shows words for as long as work goes on.
  ///
  /// - Parameter work: is given who hears how far it is.
  func show<Value>(
    _ words: String,
    during work: (_ tell: @escaping @Sendable (String) -> Void) async throws -> Value
  ) async throws -> Value
}
