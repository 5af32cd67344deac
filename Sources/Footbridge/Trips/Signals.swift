import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// SIGINT and SIGTERM as the cancellation of a task, so that what was begun can be ended well.
enum Signals {
  /// Runs work that a signal cancels; the signals mean again what they meant when it is over.
  ///
  /// It is not to be called within itself: the inner end would be the outer one's too.
  static func interruptible<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await work() }
    let watches = [SIGINT, SIGTERM].map { Watch($0) { task.cancel() } }
    let result = await withTaskCancellationHandler {
      await task.result
    } onCancel: {
      task.cancel()
    }
    watches.forEach { $0.end() }
    return try result.get()
  }

  /// Returns when SIGINT or SIGTERM comes.
  static func awaitEnd() async {
    let (ends, end) = AsyncStream<Void>.makeStream()
    let watches = [SIGINT, SIGTERM].map { Watch($0) { end.yield() } }
    for await _ in ends { break }
    watches.forEach { $0.end() }
  }

  private struct Watch {
    private let number: Int32
    private let source: any DispatchSourceSignal

    init(_ number: Int32, _ act: @escaping @Sendable () -> Void) {
      self.number = number
      signal(number, SIG_IGN)
      source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: act)
      source.resume()
    }

    func end() {
      source.cancel()
      signal(number, SIG_DFL)
    }
  }
}
