#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The clock that the practice clouds are handed: what time it is, and a way to wait.
package struct PracticeTime: Sendable {
  /// The moment that all stamps and limits go by.
  package var now: @Sendable () -> Date
  /// Waits; ends early, and throws, when its task is cancelled.
  package var wait: @Sendable (Duration) async throws -> Void

  /// A clock of its own, such as one that a test moves.
  package init(
    now: @escaping @Sendable () -> Date, wait: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.now = now
    self.wait = wait
  }

  /// The machine's own clock.
  package static let system = PracticeTime(
    now: { Date() }, wait: { try await ContinuousClock().sleep(for: $0) })

  /// Holds a leg up as long as its fault says; at once when that is no time.
  func hold(_ leg: PracticeLeg, _ faults: Faults) async {
    let latency = faults.latency(leg)
    if latency > .zero { try? await wait(latency) }
  }
}
