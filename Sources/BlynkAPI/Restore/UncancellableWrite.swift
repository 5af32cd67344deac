/// A write that is under way is not cut off when its task is cancelled: it would be done all the
/// same, and perhaps after the one that puts it back.
package enum UncancellableWrite {
  /// How long a cancelled write may still take.
  package static let limit = Duration.seconds(5)

  /// Does something to its end, also when the task is cancelled meanwhile; it is not begun when the
  /// task is cancelled already.
  ///
  /// - Parameter limit: how long after that it is given up.
  package static func run<Value: Sendable>(
    within limit: Duration = limit, _ clock: any Clock<Duration> = ContinuousClock(),
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try Task.checkCancellation()
    let task = Task { try await work() }
    return try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      Task {
        try? await clock.sleep(for: limit)
        task.cancel()
      }
    }
  }
}
