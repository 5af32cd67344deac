/// The time by which a replay in real time goes; a test holds it by hand.
package struct ReplayTime: Sendable {
  /// Since some moment.
  let now: @Sendable () -> Duration
  /// Until a moment of it has come.
  let wait: @Sendable (Duration) async throws -> Void

  /// A time of its own, such as one that a test moves.
  package init(
    now: @escaping @Sendable () -> Duration,
    wait: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.now = now
    self.wait = wait
  }

  /// The time that passes.
  package static let passing: ReplayTime = {
    let clock = ContinuousClock()
    let zero = clock.now
    return ReplayTime(
      now: { zero.duration(to: clock.now) }, wait: { try await clock.sleep(until: zero + $0) })
  }()
}
