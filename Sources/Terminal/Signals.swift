import Core

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The signals that tell a program to end, as the cancellation of a task, so that what was begun
/// can be ended well: Ctrl-C, a closed terminal, `kill`.
package enum Signals {
  /// The ends that a person, a shell, `timeout` or `ulimit -t` brings about.
  private static let all: [Int32] = {
    let usual = [
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
    ]
    #if os(Linux)
      return usual + [SIGIO, SIGPWR]
    #else
      return usual
    #endif
  }()

  /// What a person presses to go on without.
  package static let interrupt = [SIGINT]

  /// Whether somebody around this task heeds the signals already.
  @TaskLocal private static var areHeeded = false

  /// Runs work that a signal cancels; the signals mean again what they meant when it is over.
  /// Within itself it only runs the work: whoever came first heeds them.
  ///
  /// - Parameter signals: the others mean what they meant.
  package static func interruptible<Value: Sendable>(
    by signals: [Int32] = all, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    if areHeeded { return try await work() }
    let task = Task { try await $areHeeded.withValue(true) { try await work() } }
    let watches = signals.compactMap { SignalObserver($0) { task.cancel() } }
    let result = await withTaskCancellationHandler {
      await task.result
    } onCancel: {
      task.cancel()
    }
    watches.forEach { $0.end() }
    return try result.get()
  }

  /// The same.
  ///
  /// - Parameter words: what is said of work that was cut off; whoever came first says it.
  package static func interruptible<Value: Sendable>(
    saying words: @autoclosure () -> Problem,
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    if areHeeded { return try await work() }
    do {
      return try await interruptible(by: all, work)
    } catch is CancellationError {
      throw words()
    }
  }

  /// Returns when a signal comes.
  ///
  /// - Parameter heeded: done once the signals are heeded.
  package static func awaitEnd(_ heeded: () -> Void = {}) async {
    let (ends, end) = AsyncStream<Void>.makeStream()
    let watches = all.compactMap { SignalObserver($0) { end.yield() } }
    heeded()
    for await _ in ends { break }
    watches.forEach { $0.end() }
  }
}
